package fr.vaguemestre.history;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;

/** What each application calls its types of demands. */
@Stateless
public class DemandTypes {
  @Inject ApiClients clients;
  @Inject Database database;

  public List<DemandType> all(Reader reader) {
    return database.list(
        sql("select * from demand_type where client_id = ? order by type_id", client(reader)),
        DemandTypes::read);
  }

  /**
   * @throws Refusal NOT_FOUND when this application has none of this id
   */
  public DemandType one(Reader reader, String id) {
    return database
        .first(
            sql(
                "select * from demand_type where client_id = ? and type_id = ?",
                client(reader),
                id),
            DemandTypes::read)
        .orElseThrow(Refusal::notFound);
  }

  /** Keeps it in the place of the one of this id before. */
  public void keep(Reader reader, @Valid DemandType type) {
    database.update(
        sql(
            """
            insert into demand_type (client_id, type_id, label, url, app_code, category) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, client_id, type_id) do update set label = excluded.label, url = excluded.url,
              app_code = excluded.app_code, category = excluded.category
            """,
            client(reader),
            type.id(),
            type.label(),
            type.url(),
            type.appCode(),
            type.category()));
  }

  public void remove(Reader reader, String id) {
    int gone =
        database.update(
            sql("delete from demand_type where client_id = ? and type_id = ?", client(reader), id));
    if (gone == 0) {
      throw Refusal.notFound();
    }
  }

  private long client(Reader reader) {
    return clients.calling(reader, Scope.NOTIFY).id();
  }

  private static DemandType read(Row row) {
    return new DemandType(
        row.text("type_id"),
        row.text("label"),
        row.text("url"),
        row.text("app_code"),
        row.text("category"));
  }
}
