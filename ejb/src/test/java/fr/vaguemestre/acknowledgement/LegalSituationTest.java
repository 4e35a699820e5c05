package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.acknowledgement.LegalSituation.Kind;
import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.delay.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** DEL2: the panel's sentence and timeline, on the worked examples of the rules. */
class LegalSituationTest {
  private static final LegalClock CLOCK =
      new LegalClock(WorkCalendar.of(Territory.MAINLAND, false));
  private static final LocalDate TENTH = LocalDate.of(2026, 11, 10);

  @Test
  void example_2_silence_rejects_at_the_end_of_its_day_and_the_appeal_follows() {
    var facts = facts(LocalDate.of(2026, 11, 14), Regime.SVR, null, null, null, null);
    assertThat(said(facts, LocalDate.of(2027, 1, 14)))
        .isEqualTo("Sans réponse d’ici au jeudi 14 janvier 2027, la demande sera réputée rejetée.");
    assertThat(said(facts, LocalDate.of(2027, 1, 15)))
        .contains("réputée rejetée depuis le jeudi 14 janvier 2027", "jusqu’au lundi 15 mars 2027");
    assertThat(kinds(facts, LocalDate.of(2026, 12, 1)))
        .containsExactly(Kind.RECEIVED, Kind.AEE_DUE, Kind.ARE_DUE, Kind.IMPLICIT, Kind.APPEAL);
  }

  @Test
  void example_16_an_incomplete_request_is_not_accepted_until_its_last_piece() {
    var asked = LocalDate.of(2026, 11, 20);
    var awaited = facts(TENTH, Regime.SVA, asked, 60, null, null);
    assertThat(said(awaited, LocalDate.of(2026, 12, 1)))
        .contains("incomplète", "vendredi 20 novembre 2026");
    assertThat(kinds(awaited, LocalDate.of(2026, 12, 1))).doesNotContain(Kind.IMPLICIT);
    var complete = facts(TENTH, Regime.SVA, asked, 60, LocalDate.of(2027, 1, 5), null);
    assertThat(said(complete, LocalDate.of(2027, 1, 6)))
        .contains("d’ici au vendredi 5 mars 2027", "réputée acceptée");
    assertThat(said(complete, LocalDate.of(2027, 3, 6)))
        .contains("réputée acceptée depuis le vendredi 5 mars 2027");
  }

  @Test
  void example_17_pieces_suspend_a_rejection_until_they_come_or_their_delay_ends() {
    var asked = LocalDate.of(2026, 11, 20);
    var never = facts(TENTH, Regime.SVR, asked, 30, null, null);
    assertThat(said(never, LocalDate.of(2026, 12, 1)))
        .contains(
            "suspendu depuis le vendredi 20 novembre 2026",
            "dimanche 20 décembre 2026",
            "mardi 9 février 2027");
    assertThat(said(never, LocalDate.of(2026, 12, 21)))
        .contains("Sans réponse d’ici au mardi 9 février 2027");
    var supplied = facts(TENTH, Regime.SVR, asked, 30, LocalDate.of(2026, 12, 8), null);
    assertThat(said(supplied, LocalDate.of(2026, 12, 9)))
        .contains("d’ici au jeudi 28 janvier 2027");
    assertThat(kinds(supplied, TENTH))
        .contains(Kind.PIECES_RECEIVED)
        .doesNotContain(Kind.PIECES_DUE);
  }

  @Test
  void a_decision_in_time_takes_the_place_of_silence_and_information_has_none() {
    var answered =
        facts(LocalDate.of(2027, 2, 1), Regime.SVR, null, null, null, LocalDate.of(2027, 3, 5));
    assertThat(said(answered, LocalDate.of(2027, 3, 6)))
        .contains("notifiée le vendredi 5 mars 2027", "vendredi 7 mai 2027");
    assertThat(said(facts(TENTH, Regime.NONE, null, null, null, null), TENTH))
        .isEqualTo("Aucune décision n’est attendue : le silence n’a pas d’effet.");
    assertThat(
            LegalSituation.of(facts(TENTH, Regime.NONE, null, null, null, null), true, CLOCK, TENTH)
                .sentence()
                .in(Locale.ENGLISH))
        .startsWith("No decision");
  }

  @Test
  void what_cannot_be_computed_is_said_and_breaks_nothing() {
    var supplied = LocalDate.of(2026, 11, 12);
    var odd = facts(TENTH, Regime.SVR, null, null, supplied, null);
    assertThat(said(odd, TENTH)).contains("ne peuvent pas être calculés");
    assertThat(kinds(odd, TENTH)).isEmpty();
  }

  @Test
  void every_step_says_whether_it_is_over_and_what_is_computed_says_why() {
    var steps =
        LegalSituation.of(
                facts(LocalDate.of(2026, 11, 14), Regime.SVR, null, null, null, null),
                true,
                CLOCK,
                LocalDate.of(2026, 11, 27))
            .timeline();
    assertThat(steps.stream().filter(LegalSituation.Step::past).map(LegalSituation.Step::kind))
        .containsExactly(Kind.RECEIVED, Kind.AEE_DUE);
    assertThat(steps.get(0).computed()).isNull();
    assertThat(steps.get(2).computed().source()).contains("R112-11-2");
  }

  @Test
  void a_request_withdrawn_awaits_no_decision() {
    var facts = facts(TENTH, Regime.SVA, null, null, null, null);
    var situation = LegalSituation.withdrawn(facts, TENTH.plusDays(2), TENTH.plusDays(200));
    assertThat(situation.sentence().in(Locale.FRENCH)).contains("retirée le jeudi 12 novembre");
    assertThat(situation.timeline())
        .extracting(LegalSituation.Step::kind)
        .containsExactly(Kind.RECEIVED, Kind.WITHDRAWN);
  }

  @Test
  void L114_5_pieces_asked_for_again_add_to_what_the_first_did_to_the_delay() {
    var facts =
        facts(TENTH, Regime.SVR, LocalDate.of(2026, 11, 20), 30, LocalDate.of(2026, 12, 8), null)
            .asked(List.of("Budget"), LocalDate.of(2027, 1, 2), 10);
    assertThat(facts.question().faults()).isEmpty();
    assertThat(said(facts, LocalDate.of(2027, 1, 13))).contains("dimanche 7 février 2027");
    var late = LocalDate.of(2027, 1, 15);
    assertThat(facts.supplied(late.minusDays(10)).asked(List.of("Bail"), late, 10).question())
        .satisfies(q -> assertThat(q.faults()).isEmpty());
  }

  @Test
  void L114_5_an_accepted_request_starts_anew_with_the_last_of_all_its_pieces() {
    var facts =
        facts(TENTH, Regime.SVA, TENTH.plusDays(5), 30, LocalDate.of(2027, 1, 5), null)
            .asked(List.of("Budget"), LocalDate.of(2027, 2, 20), 10);
    assertThat(facts.question().faults()).as("before 5 March").isEmpty();
    assertThat(said(facts, LocalDate.of(2027, 3, 6))).contains("incomplète");
    assertThat(said(facts.supplied(LocalDate.of(2027, 3, 1)), LocalDate.of(2027, 3, 6)))
        .contains("d’ici au samedi 1er mai 2027");
  }

  @Test
  void L114_2_of_a_request_sent_on_this_towns_silence_decides_nothing() {
    var facts =
        facts(TENTH, Regime.SVA, null, null, null, null)
            .transferred(TENTH.plusDays(2), "Département du Doubs");
    assertThat(said(facts, TENTH.plusDays(200))).contains("transmise le jeudi 12 novembre 2026");
    assertThat(kinds(facts, TENTH)).containsExactly(Kind.RECEIVED, Kind.AEE_DUE, Kind.TRANSFERRED);
  }

  @Test
  void a_paper_letter_has_no_delay_of_an_electronic_acknowledgement() {
    var facts = facts(TENTH, Regime.SVR, null, null, null, null);
    assertThat(LegalSituation.of(facts, false, CLOCK, TENTH).timeline())
        .extracting(LegalSituation.Step::kind)
        .containsExactly(Kind.RECEIVED, Kind.IMPLICIT, Kind.APPEAL);
  }

  @Test
  void L232_4_reasons_asked_for_are_owed_within_a_month_and_keep_the_appeal_open() {
    var refused = LocalDate.of(2027, 1, 14);
    var asked = LocalDate.of(2027, 1, 31);
    var owed = reasoned(new ReasonsRequest(refused, asked, null), LocalDate.of(2027, 2, 1));
    assertThat(owed.sentence().in(Locale.FRENCH))
        .contains("réputée rejetée depuis le jeudi 14 janvier 2027")
        .contains("le dimanche 28 février 2027 au plus tard");
    assertThat(owed.timeline())
        .extracting(LegalSituation.Step::kind)
        .containsExactly(
            Kind.RECEIVED,
            Kind.AEE_DUE,
            Kind.ARE_DUE,
            Kind.IMPLICIT,
            Kind.REASONS_ASKED,
            Kind.REASONS_DUE);
    assertThat(owed.timeline().getLast().computed().source()).isEqualTo("CRPA, art. L232-4");
    assertThat(owed.timeline().getLast().computed().explanation(Locale.FRENCH))
        .contains("dans le mois");
    assertThat(
            reasoned(new ReasonsRequest(refused, asked, null), LocalDate.of(2027, 3, 1))
                .sentence()
                .in(Locale.FRENCH))
        .contains("le rejet est illégal", "reste ouvert");
  }

  @Test
  void L232_4_the_appeal_runs_anew_from_the_day_the_reasons_were_given() {
    var given =
        reasoned(
            new ReasonsRequest(
                LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 31), LocalDate.of(2027, 3, 5)),
            LocalDate.of(2027, 3, 6));
    assertThat(given.sentence().in(Locale.FRENCH))
        .contains("motifs donnés le vendredi 5 mars 2027", "jusqu’au vendredi 7 mai 2027");
    var appeal = given.timeline().getLast();
    assertThat(appeal.kind()).isEqualTo(Kind.APPEAL);
    assertThat(appeal.on()).isEqualTo(LocalDate.of(2027, 5, 7));
    assertThat(appeal.computed().source()).startsWith("CRPA, art. L232-4 ; CJA");
    assertThat(given.timeline())
        .extracting(LegalSituation.Step::kind)
        .doesNotContain(Kind.REASONS_DUE);
  }

  private static LegalSituation reasoned(ReasonsRequest asked, LocalDate today) {
    return LegalSituation.of(
            facts(LocalDate.of(2026, 11, 14), Regime.SVR, null, null, null, null),
            true,
            CLOCK,
            today)
        .reasoned(asked, CLOCK, today);
  }

  private static String said(LegalFacts facts, LocalDate today) {
    return LegalSituation.of(facts, true, CLOCK, today).sentence().in(Locale.FRENCH);
  }

  private static List<Kind> kinds(LegalFacts facts, LocalDate today) {
    return LegalSituation.of(facts, true, CLOCK, today).timeline().stream()
        .map(LegalSituation.Step::kind)
        .toList();
  }

  private static LegalFacts facts(
      LocalDate received,
      Regime regime,
      LocalDate asked,
      Integer given,
      LocalDate supplied,
      LocalDate notified) {
    return new LegalFacts(
        received,
        regime,
        RegimeReason.TEXT,
        null,
        null,
        new LegalFacts.Pieces(
            asked == null ? List.of() : List.of("Justificatif de domicile"),
            asked,
            given,
            supplied,
            null),
        null,
        null,
        notified);
  }
}
