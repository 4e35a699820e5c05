package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The answer of the departmental archives to a signed list, line by line (Code du patrimoine,
 * L212-2 and R212-14: no elimination without the visa of the person in charge of the State's
 * control).
 */
@Stateless
public class Visas {
  private static final int LONGEST_NUMBER = 80;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1000;

  @Inject Lines lines;
  @Inject Lists lists;
  @Inject Attesting attesting;
  @Inject Database database;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** A visa as it is on the archives' paper. */
  public record VisaWish(String number, LocalDate grantedOn, String signatory) {}

  /**
   * Records a visa for these lines of a signed list; the next night destroys their letters.
   *
   * @throws Refusal on {@code lines}, {@code number}, {@code grantedOn} (later than today, or
   *     earlier than the signature) or {@code signatory}; CONFLICT when a line does not wait for it
   */
  public void grant(Reader reader, long list, List<Long> chosen, VisaWish visa) {
    reader.need(Right.ARCHIVE, null);
    var signed = check(list, chosen);
    need("number", visa.number(), LONGEST_NUMBER, "retention.visa-number");
    need("signatory", visa.signatory(), LONGEST_NAME, "retention.visa-signatory");
    lines.lockLetters(chosen);
    var signedOn = LocalDate.ofInstant(signed.signedAt(), tenants.current().zone());
    if (visa.grantedOn() == null
        || visa.grantedOn().isAfter(tenants.current().today(clock))
        || visa.grantedOn().isBefore(signedOn)) {
      throw Refusal.field("grantedOn", "retention.visa-date", signedOn);
    }
    for (var id : chosen) {
      var line = lineOf(list, id);
      database.update(
          sql(
              """
              insert into archive_visa (line_id, correspondence_id, number, granted_on, signatory, recorded_by, recorded_at)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              id,
              line.letter(),
              visa.number().strip(),
              visa.grantedOn(),
              visa.signatory().strip(),
              reader.actor(),
              clock.instant()));
      lines.move(id, LineState.GRANTED, null);
      journal.record(
          reader,
          line.letter(),
          "ELIMINATION_VISA",
          null,
          null,
          Map.of("list", signed.number(), "on", visa.grantedOn()),
          visa.number().strip());
    }
    lists.changed(list);
  }

  /**
   * Records that the archives refuse these lines; their letters are due anew, for somebody to
   * decide.
   *
   * @throws Refusal on {@code lines} or {@code reason}; CONFLICT when a line does not wait for it
   */
  public void refuse(Reader reader, long list, List<Long> chosen, String reason) {
    reader.need(Right.ARCHIVE, null);
    var signed = check(list, chosen);
    need("reason", reason, LONGEST_REASON, "retention.reason-missing");
    lines.lockLetters(chosen);
    for (var id : chosen) {
      var line = lineOf(list, id);
      lines.move(id, LineState.REFUSED, reason.strip());
      journal.record(
          reader,
          line.letter(),
          "ELIMINATION_REFUSED",
          null,
          null,
          Map.of("list", signed.number()),
          reason.strip());
    }
    lists.changed(list);
    attesting.ifSettled(list);
  }

  private RetentionList check(long list, List<Long> chosen) {
    var signed = lists.one(list);
    if (chosen.isEmpty()) {
      throw Refusal.field("lines", "retention.none-chosen");
    }
    if (signed.state() != ListState.SIGNED) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.not-signed");
    }
    return signed;
  }

  private RetentionLine lineOf(long list, long id) {
    var line = lines.one(id).orElseThrow(Refusal::notFound);
    if (line.list() == null || line.list() != list) {
      throw Refusal.notFound();
    }
    if (line.state() != LineState.SIGNED) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.moved-on");
    }
    return line;
  }

  private static void need(String field, String text, int longest, String key) {
    if (text == null || text.isBlank() || text.strip().length() > longest) {
      throw Refusal.field(field, key, longest);
    }
  }
}
