package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** From what a town suspects that electronic submissions are abusive (L112-11); none at first. */
@Stateless
public class AbuseRule {
  private static final int MOST = 10_000;

  @Inject Database database;
  @Inject Journal journal;

  /**
   * @param perHour more than that many from one sender through one account within an hour
   * @param held they go to quarantine; else they are suggested for it
   */
  public record Limit(int perHour, boolean held) {}

  /** The town's; empty when it counts nothing. */
  public Optional<Limit> limit() {
    return database.first(
        sql("select * from town_abuse"),
        row -> new Limit((int) row.number("per_hour"), row.flag("held")));
  }

  /**
   * Sets it for what comes from now on; null {@code perHour} for none.
   *
   * @throws Refusal on {@code perHour}
   */
  public void set(Reader reader, Integer perHour, boolean held) {
    reader.need(Right.ADMIN_AGENTS, null);
    if (perHour != null && (perHour < 1 || perHour > MOST)) {
      throw Refusal.field("perHour", "acknowledgement.abuse-limit", MOST);
    }
    database.update(sql("delete from town_abuse"));
    if (perHour != null) {
      database.update(sql("insert into town_abuse (per_hour, held) values (?, ?)", perHour, held));
    }
    journal.administration(
        reader, "CHANGE_ABUSE_LIMIT", perHour == null ? "NONE" : perHour + (held ? "+HELD" : ""));
  }
}
