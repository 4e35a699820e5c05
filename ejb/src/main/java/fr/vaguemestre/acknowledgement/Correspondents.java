package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** To which addresses an acknowledgement may leave by mail. */
@ApplicationScoped
public class Correspondents {
  @Inject Database database;

  /**
   * Whether somebody else than the town reads that address: writing to one's own mailboxes, which
   * acknowledge what they receive, would never end.
   */
  public boolean answerable(String address) {
    return address != null
        && address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+")
        && !AutomaticMail.unread(address)
        && !ours(address.toLowerCase(Locale.ROOT));
  }

  private boolean ours(String address) {
    return database.count(
            sql(
                """
                select count(*) as count from (
                  select lower(email) as email from tenant where id = current_tenant()
                  union all select lower(email) from unit
                  union all select lower(address) from generic_mailbox) own
                 where own.email = ?
                """,
                address))
        > 0;
  }
}
