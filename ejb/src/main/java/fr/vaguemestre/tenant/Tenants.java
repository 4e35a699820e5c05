package fr.vaguemestre.tenant;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The towns of this instance. */
@Stateless
public class Tenants {
  @Inject OwnerDatabase owner;
  @Inject Database database;

  /** The town this thread works for. */
  public Tenant current() {
    return database
        .first(sql("select * from tenant where id = ?", TenantContext.required()), Tenants::read)
        .orElseThrow();
  }

  public Optional<Tenant> find(int id) {
    return owner.list(sql("select * from tenant where id = ?", id), Tenants::read).stream()
        .findFirst();
  }

  public Optional<Tenant> byCode(String code) {
    return owner
        .list(sql("select * from tenant where code = upper(?)", code), Tenants::read)
        .stream()
        .findFirst();
  }

  public List<Tenant> all() {
    return owner.list(sql("select * from tenant where active order by id"), Tenants::read);
  }

  /** Adds a town with nothing in it yet; refused when its code or host name is taken. */
  public Tenant create(
      String code, String name, String hostName, String address, String email, String phone) {
    return owner
        .list(
            sql(
                "insert into tenant (id, code, name, host_name, address, email, phone) select coalesce(max(id), 0) + 1,"
                    + " ?, ?, ?, ?, ?, ? from tenant returning *",
                code,
                name,
                hostName,
                address,
                email,
                phone),
            Tenants::read)
        .getFirst();
  }

  private static Tenant read(Row row) {
    return new Tenant(
        (int) row.number("id"),
        row.text("code"),
        row.text("name"),
        ZoneId.of(row.text("time_zone")),
        row.text("address"),
        row.text("email"),
        row.text("phone"));
  }
}
