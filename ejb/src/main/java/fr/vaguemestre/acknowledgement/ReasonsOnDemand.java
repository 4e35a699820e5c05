package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.delay.Distance;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * The reasons of a refusal that silence made (L232-4): whoever was refused may ask for them within
 * the delay of appeal, or without end where none can be held against them (L112-6), and is owed
 * them within a month; the appeal then runs from the day they were given. They leave as a reply
 * does; here is noted that they were asked for and given.
 */
@Stateless
public class ReasonsOnDemand {
  @Inject CorrespondenceActions actions;
  @Inject LegalRequests requests;
  @Inject Stages stages;
  @Inject Delays delays;
  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * Notes that the person asked for them; it passes the door as ACKNOWLEDGE. Where they live is not
   * known: they may ask as long as somebody abroad (CJA R421-7).
   *
   * @param on the day the town received it; null for today
   * @throws Refusal CONFLICT when silence refused nothing, or they were asked for before; on {@code
   *     on} for a day before the refusal, after the delay of appeal or to come
   */
  public void asked(Reader reader, FollowUps.Seen seen, LocalDate on) {
    var day = past(on);
    var letter = begin(reader, seen, "REASONS_ASKED", day);
    var refused = refusal(letter);
    var known = requests.recorded(letter);
    var appeal =
        delays.clock(null, null).answer(known.question().from(Distance.ABROAD)).appeal().date();
    if (!day.isAfter(refused)) {
      throw Refusal.field("on", "acknowledgement.reasons-too-early", refused);
    }
    if (day.isAfter(appeal) && requests.opposable(letter, known)) {
      throw Refusal.field("on", "acknowledgement.appeal-over", appeal);
    }
    int added =
        database.update(
            sql(
                "insert into reasons_request (correspondence_id, refused_on, asked_on) values (?, ?, ?) on conflict do nothing",
                letter.id(),
                refused,
                day));
    if (added == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.reasons-asked-already");
    }
  }

  /**
   * Notes the day they were given to the person.
   *
   * @param on null for today
   * @throws Refusal CONFLICT when none are owed, on {@code on} for a day before they were asked for
   *     or to come
   */
  public void given(Reader reader, FollowUps.Seen seen, LocalDate on) {
    var day = past(on);
    var letter = begin(reader, seen, "REASONS_GIVEN", day);
    var owed =
        requests
            .reasons(letter)
            .filter(asked -> asked.givenOn() == null)
            .orElseThrow(
                () -> Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.no-reasons-owed"));
    if (day.isBefore(owed.askedOn())) {
      throw Refusal.field("on", "acknowledgement.reasons-before", owed.askedOn());
    }
    database.update(
        sql(
            "update reasons_request set given_on = ? where correspondence_id = ? and refused_on = ?",
            day,
            letter.id(),
            owed.refusedOn()));
  }

  /** A reply that left afterwards may well be none: an agent says when a decision was notified. */
  private LocalDate refusal(Correspondence letter) {
    var known = requests.recorded(letter);
    return requests
        .born(requests.facts(letter))
        .filter(day -> known.regime() == Regime.SVR && known.notifiedOn() == null)
        .filter(day -> requests.withdrawnOn(letter.id()).isEmpty())
        .orElseThrow(
            () -> Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.not-refused-by-silence"));
  }

  private Correspondence begin(Reader reader, FollowUps.Seen seen, String what, LocalDate day) {
    var letter =
        actions.begin(
            actions.acting(reader, seen.letter(), Action.ACKNOWLEDGE),
            seen.letter(),
            seen.version(),
            Action.ACKNOWLEDGE,
            Map.of("what", what, "on", day),
            null);
    stages.refuse(letter, what);
    return letter;
  }

  private LocalDate past(LocalDate on) {
    var today = tenants.current().today(clock);
    if (on != null && on.isAfter(today)) {
      throw Refusal.field("on", "acknowledgement.in-the-future");
    }
    return on == null ? today : on;
  }
}
