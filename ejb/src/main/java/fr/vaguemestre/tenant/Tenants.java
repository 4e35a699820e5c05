package fr.vaguemestre.tenant;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The towns of this instance. */
@Stateless
public class Tenants {
  @Inject OwnerDatabase owner;
  @Inject Database database;
  @Inject Clock clock;

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

  public Optional<Tenant> byHostName(String hostName) {
    return owner
        .list(sql("select * from tenant where host_name = ?", hostName), Tenants::read)
        .stream()
        .findFirst();
  }

  /** The towns at work: founded and not suspended. */
  public List<Tenant> all() {
    return owner.list(sql("select * from tenant where active order by id"), Tenants::read);
  }

  /** Every town, suspended or half founded ones too. */
  public List<Tenant> everyOne() {
    return owner.list(sql("select * from tenant order by id"), Tenants::read);
  }

  /**
   * Adds a town with nothing in it yet, or describes again the one being founded under this code.
   * It is closed until {@link #open}. The number of a town that left is never given again. The
   * first town of an instance is the platform's own.
   */
  public Tenant begin(
      String code, String name, String hostName, String address, String email, String phone) {
    return owner
        .list(
            sql(
                """
                insert into tenant (id, code, name, host_name, address, email, phone, active, platform)
                select greatest(coalesce(max(id), 0), (select coalesce(max(town_id), 0) from town_job)) + 1,
                       ?, ?, ?, ?, ?, ?, false, count(*) = 0 from tenant
                on conflict (code) do update set name = excluded.name, host_name = excluded.host_name,
                  address = excluded.address, email = excluded.email, phone = excluded.phone
                  where tenant.founded_at is null
                returning *
                """,
                code,
                name,
                hostName,
                address,
                email,
                phone),
            Tenants::read)
        .stream()
        .findFirst()
        .orElseThrow(Refusal::stale);
  }

  /** Everything the town starts with is there: its people may come in. */
  public void open(int id) {
    owner.update(
        sql("update tenant set active = true, founded_at = ? where id = ?", clock.instant(), id));
  }

  /** Suspends a founded town, or lets it work again unless it is leaving. */
  public void activate(int id, boolean active) {
    owner.update(
        sql(
            "update tenant set active = ? where id = ? and founded_at is not null and leaving_since is null",
            active,
            id));
  }

  /** The town leaves: it will not work again. */
  public void leave(int id) {
    owner.update(
        sql(
            "update tenant set leaving_since = ? where id = ? and not active",
            clock.instant(),
            id));
  }

  /**
   * Removes a town that nothing is left of.
   *
   * @throws fr.vaguemestre.platform.db.DatabaseFailure while it still has a row anywhere
   */
  public void remove(int id) {
    owner.update(sql("delete from tenant where id = ? and leaving_since is not null", id));
  }

  private static Tenant read(Row row) {
    return new Tenant(
        (int) row.number("id"),
        row.text("code"),
        row.text("name"),
        row.text("host_name"),
        ZoneId.of(row.text("time_zone")),
        row.text("address"),
        row.text("email"),
        row.text("phone"),
        row.flag("active"),
        row.instant("founded_at") != null,
        row.flag("platform"),
        row.instant("leaving_since") != null);
  }
}
