package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
            LegalSituation.of(
                    facts(TENTH, Regime.NONE, null, null, null, null), true, true, CLOCK, TENTH)
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
    assertThat(LegalSituation.of(facts, false, true, CLOCK, TENTH).timeline())
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

  @Test
  void L112_6_without_a_complete_acknowledgement_no_delay_of_appeal_runs_nor_ends() {
    var received = LocalDate.of(2026, 11, 14);
    var facts = facts(received, Regime.SVR, null, null, null, null);
    var after = LegalSituation.of(facts, true, false, CLOCK, LocalDate.of(2027, 1, 15));
    assertThat(after.sentence().in(Locale.FRENCH))
        .contains("réputée rejetée depuis le jeudi 14 janvier 2027", "L112-6")
        .doesNotContain("2027 ;", "mars");
    assertThat(after.timeline())
        .extracting(LegalSituation.Step::kind)
        .contains(Kind.IMPLICIT)
        .doesNotContain(Kind.APPEAL);
    var given = new ReasonsRequest(LocalDate.of(2027, 1, 14), received, LocalDate.of(2027, 3, 5));
    var reasoned = after.reasoned(given, false, CLOCK, LocalDate.of(2027, 3, 6));
    assertThat(reasoned.sentence().in(Locale.FRENCH)).contains("motifs donnés", "L112-6");
    assertThat(reasoned.timeline())
        .extracting(LegalSituation.Step::kind)
        .doesNotContain(Kind.APPEAL);
  }

  @Test
  void L112_6_an_express_decision_in_time_opens_the_appeal_all_the_same_and_a_late_one_does_not() {
    var received = LocalDate.of(2027, 2, 1);
    var inTime = facts(received, Regime.SVR, null, null, null, LocalDate.of(2027, 3, 5));
    var late = facts(received, Regime.SVR, null, null, null, LocalDate.of(2027, 5, 5));
    var today = LocalDate.of(2027, 5, 6);
    assertThat(LegalSituation.of(inTime, true, false, CLOCK, today).sentence().in(Locale.FRENCH))
        .contains("notifiée le vendredi 5 mars 2027", "vendredi 7 mai 2027");
    assertThat(LegalSituation.of(late, true, false, CLOCK, today).sentence().in(Locale.FRENCH))
        .contains("L112-6");
  }

  @Test
  void L114_5_a_request_for_pieces_that_never_arrived_suspends_nothing() {
    var asked = LocalDate.of(2026, 11, 20);
    for (var regime : List.of(Regime.SVA, Regime.SVR)) {
      var facts = undelivered(facts(TENTH, regime, asked, 30, null, null));
      assertThat(facts.piecesAwaited()).isFalse();
      assertThat(facts.piecesMissing()).isTrue();
      assertThat(said(facts, LocalDate.of(2026, 12, 1)))
          .contains("d’ici au dimanche 10 janvier 2027");
      assertThat(kinds(facts, LocalDate.of(2026, 12, 1)))
          .contains(Kind.PIECES_UNDELIVERED)
          .doesNotContain(Kind.PIECES_ASKED, Kind.PIECES_DUE);
      assertThat(facts.asked(List.of("Budget"), LocalDate.of(2026, 12, 1), 30).pieces().movedDays())
          .as("what it did to the delay")
          .isNull();
    }
    var supplied = undelivered(facts(TENTH, Regime.SVR, asked, 30, asked.plusDays(5), null));
    assertThat(said(supplied, LocalDate.of(2026, 12, 1)))
        .contains("d’ici au dimanche 10 janvier 2027");
  }

  @Test
  void L114_5_a_request_for_pieces_that_never_arrived_leaves_the_one_before_as_it_was() {
    var first = facts(TENTH, Regime.SVA, TENTH.plusDays(5), 30, null, null);
    var again = undelivered(first.asked(List.of("Budget"), LocalDate.of(2026, 12, 1), 30));
    assertThat(again.piecesAwaited()).isTrue();
    assertThat(said(again, LocalDate.of(2027, 6, 2))).contains("incomplète", "15 novembre 2026");
    assertThat(kinds(again, LocalDate.of(2027, 6, 2)))
        .contains(Kind.PIECES_ASKED, Kind.PIECES_UNDELIVERED);
    assertThat(said(again.supplied(LocalDate.of(2027, 6, 10)), LocalDate.of(2027, 6, 11)))
        .contains("d’ici au mardi 10 août 2027");
    assertThat(
            undelivered(again.asked(List.of("Bail"), LocalDate.of(2026, 12, 5), 30))
                .piecesAwaited())
        .as("of three the first alone arrived")
        .isTrue();

    var suspended = facts(TENTH, Regime.SVR, LocalDate.of(2026, 11, 20), 30, null, null);
    var lost = undelivered(suspended.asked(List.of("Budget"), LocalDate.of(2026, 12, 1), 30));
    assertThat(said(lost, LocalDate.of(2026, 12, 24))).contains("mardi 9 février 2027");
    assertThat(lost.question()).isEqualTo(suspended.question());
  }

  @Test
  void L114_5_pieces_are_asked_again_however_late_of_a_request_that_is_not_complete() {
    var facts =
        facts(TENTH, Regime.SVA, TENTH.plusDays(5), 30, null, null)
            .asked(List.of("Budget"), LocalDate.of(2027, 6, 1), 30);
    assertThat(facts.question().faults()).isEmpty();
    assertThat(said(facts, LocalDate.of(2027, 6, 2))).contains("incomplète");
    assertThat(said(facts.supplied(LocalDate.of(2027, 6, 10)), LocalDate.of(2027, 6, 11)))
        .contains("d’ici au mardi 10 août 2027");
  }

  @Test
  void L242_1_pieces_asked_for_once_silence_had_decided_change_nothing_of_a_new_qualification() {
    var asked = facts(TENTH, Regime.NONE, LocalDate.of(2027, 2, 1), 30, null, null);
    var accepted = facts(TENTH, Regime.SVA, null, null, null, null);
    assertThat(said(asked.ofType(accepted), LocalDate.of(2027, 2, 2)))
        .contains("réputée acceptée depuis le dimanche 10 janvier 2027");
  }

  @Test
  void L231_1_the_regime_is_its_types_until_it_is_decided_or_a_decision_is_notified() {
    var facts = facts(TENTH, Regime.NONE, null, null, null, null);
    assertThat(facts.asked(List.of("Bail"), TENTH, 30).settled()).isEqualTo(Settled.TYPE);
    assertThat(facts.notified(TENTH).settled()).as("no decision awaited").isEqualTo(Settled.TYPE);
    assertThat(facts.decided(Regime.SVR, RegimeReason.FINANCIAL, null, null).settled())
        .isEqualTo(Settled.DECIDED);
    assertThat(facts(TENTH, Regime.SVR, null, null, null, null).notified(TENTH).settled())
        .isEqualTo(Settled.DECIDED);
  }

  @Test
  void L114_2_sent_on_by_another_administration_a_rejection_counts_from_its_receipt_there() {
    var there = LocalDate.of(2026, 11, 2);
    var facts = sentOn(there, facts(TENTH, Regime.SVR, null, null, null, null));
    assertThat(said(facts, TENTH)).contains("d’ici au samedi 2 janvier 2027", "réputée rejetée");
    assertThat(LegalSituation.of(facts, true, true, CLOCK, TENTH).timeline())
        .extracting(LegalSituation.Step::kind, LegalSituation.Step::on)
        .containsExactly(
            tuple(Kind.FIRST_RECEIVED, there),
            tuple(Kind.RECEIVED, TENTH),
            tuple(Kind.AEE_DUE, LocalDate.of(2026, 11, 12)),
            tuple(Kind.ARE_DUE, LocalDate.of(2026, 11, 25)),
            tuple(Kind.IMPLICIT, LocalDate.of(2027, 1, 2)),
            tuple(Kind.APPEAL, LocalDate.of(2027, 3, 3)));
    var implicit = CLOCK.answer(facts.question()).implicit();
    assertThat(implicit.source()).contains("L231-4", "L114-2");
    assertThat(implicit.explanation(Locale.FRENCH))
        .contains("première administration, le lundi 2 novembre 2026");
  }

  @Test
  void L114_2_sent_on_by_another_administration_an_acceptance_counts_from_its_receipt_here() {
    var facts = sentOn(LocalDate.of(2026, 11, 2), facts(TENTH, Regime.SVA, null, null, null, null));
    assertThat(said(facts, TENTH)).contains("d’ici au dimanche 10 janvier 2027");
    assertThat(CLOCK.answer(facts.question()).implicit().explanation(Locale.FRENCH))
        .contains("administration compétente, le mardi 10 novembre 2026");
  }

  @Test
  void L114_2_what_happens_to_the_request_forgets_no_receipt_elsewhere() {
    var there = LocalDate.of(2026, 11, 2);
    var facts = sentOn(there, facts(TENTH, Regime.SVR, null, null, null, null));
    assertThat(
            List.of(
                facts.asked(List.of("Bail"), TENTH, 30),
                facts.asked(List.of("Bail"), TENTH, 30).supplied(TENTH),
                facts.decided(Regime.SVA, RegimeReason.LISTED, null, null),
                facts.settled(Settled.ARE),
                facts.ofType(facts(TENTH, Regime.SVA, null, null, null, null)),
                facts.notified(TENTH),
                facts.transferred(TENTH, "Département du Doubs")))
        .extracting(LegalFacts::firstReceivedOn)
        .containsOnly(there);
  }

  @Test
  void L114_5_a_first_request_for_pieces_that_comes_back_late_suspended_nothing() {
    var first = facts(TENTH, Regime.SVR, LocalDate.of(2026, 11, 20), 30, null, null);
    var again = first.asked(List.of("Budget"), LocalDate.of(2027, 1, 4), 10);
    assertThat(said(again, LocalDate.of(2027, 1, 5)))
        .as("30 days of the first, 10 of the second")
        .contains("vendredi 19 février 2027");
    var late = firstUndelivered(again, false);
    assertThat(said(late, LocalDate.of(2027, 1, 5)))
        .as("the 10 days of the second alone")
        .contains("suspendu depuis le lundi 4 janvier 2027", "mercredi 20 janvier 2027");
    assertThat(LegalSituation.of(late, true, true, CLOCK, LocalDate.of(2027, 1, 5)).timeline())
        .extracting(LegalSituation.Step::kind, LegalSituation.Step::on)
        .contains(
            tuple(Kind.PIECES_UNDELIVERED, LocalDate.of(2026, 11, 20)),
            tuple(Kind.PIECES_ASKED, LocalDate.of(2027, 1, 4)));
    assertThat(late.asked(List.of("Bail"), LocalDate.of(2027, 1, 10), 10).pieces().movedDays())
        .as("what is kept once more are asked for")
        .isEqualTo(6);
  }

  @Test
  void L114_5_more_is_asked_for_before_the_silence_that_runs_from_the_completed_file() {
    var first =
        facts(
            LocalDate.of(2027, 2, 10),
            Regime.SVA,
            LocalDate.of(2027, 2, 20),
            90,
            LocalDate.of(2027, 5, 10),
            null);
    var last = first.asked(List.of("Bail"), LocalDate.of(2027, 7, 10), 30).question();
    assertThat(last.askedTooLate()).isFalse();
    assertThat(CLOCK.answer(last).implicit()).as("while a piece is missing").isNull();
    var late = first.asked(List.of("Bail"), LocalDate.of(2027, 7, 11), 30).question();
    assertThat(CLOCK.answer(late).implicit().date())
        .as("two months from the completed file, whatever their days")
        .isEqualTo(LocalDate.of(2027, 7, 10));
  }

  @Test
  void L114_5_of_two_requests_for_pieces_that_both_came_back_none_is_revived() {
    var first = facts(TENTH, Regime.SVA, TENTH.plusDays(5), 30, null, null);
    var again = first.asked(List.of("Budget"), LocalDate.of(2026, 12, 1), 30);
    var none = firstUndelivered(again, true);
    assertThat(none.piecesAwaited()).isFalse();
    assertThat(said(none, LocalDate.of(2026, 12, 2))).contains("d’ici au dimanche 10 janvier 2027");

    var rejected =
        firstUndelivered(
            facts(TENTH, Regime.SVR, LocalDate.of(2026, 11, 20), 30, null, null)
                .asked(List.of("Budget"), LocalDate.of(2027, 1, 4), 10),
            true);
    assertThat(said(rejected, LocalDate.of(2027, 1, 5)))
        .contains("d’ici au dimanche 10 janvier 2027");
  }

  @Test
  void L242_1_a_second_request_made_after_silence_had_decided_without_the_first_changes_nothing() {
    var again =
        facts(TENTH, Regime.SVR, LocalDate.of(2026, 11, 20), 30, null, null)
            .asked(List.of("Budget"), LocalDate.of(2027, 1, 25), 10);
    assertThat(said(firstUndelivered(again, false), LocalDate.of(2027, 1, 26)))
        .contains("réputée rejetée depuis le dimanche 10 janvier 2027");
  }

  @Test
  void L242_1_once_silence_decided_or_it_was_withdrawn_no_ARE_is_offered() {
    var facts = facts(TENTH, Regime.SVR, null, null, null, null);
    assertThat(over(facts, LocalDate.of(2027, 1, 10))).as("the end of its day").isFalse();
    assertThat(over(facts, LocalDate.of(2027, 1, 11))).isTrue();
    assertThat(over(facts.notified(TENTH.plusDays(3)), LocalDate.of(2027, 1, 11))).isFalse();
    var withdrawn = LegalSituation.withdrawn(facts, TENTH, TENTH);
    assertThat(new LegalPanel(facts, withdrawn, List.of(), null, null, false).over()).isTrue();
  }

  private static boolean over(LegalFacts facts, LocalDate today) {
    var situation = LegalSituation.of(facts, true, true, CLOCK, today);
    return new LegalPanel(facts, situation, List.of(), null, null, false).over();
  }

  private static LegalFacts sentOn(LocalDate there, LegalFacts facts) {
    return new LegalFacts(
        facts.received(),
        there,
        facts.regime(),
        facts.reason(),
        null,
        null,
        facts.pieces(),
        null,
        null,
        null,
        Settled.TYPE);
  }

  /** The request before the last turned out never to have arrived; the last one too, or not. */
  private static LegalFacts firstUndelivered(LegalFacts facts, boolean both) {
    var pieces = facts.pieces();
    var first = pieces.earlier();
    return new LegalFacts(
        facts.received(),
        null,
        facts.regime(),
        facts.reason(),
        null,
        null,
        new LegalFacts.Pieces(
            pieces.list(),
            pieces.askedOn(),
            pieces.deadlineDays(),
            null,
            pieces.movedDays(),
            both,
            new LegalFacts.Pieces(
                first.list(),
                first.askedOn(),
                first.deadlineDays(),
                first.receivedOn(),
                first.movedDays(),
                true),
            null),
        null,
        null,
        null,
        Settled.TYPE);
  }

  private static LegalFacts undelivered(LegalFacts facts) {
    var pieces = facts.pieces();
    return new LegalFacts(
        facts.received(),
        facts.firstReceivedOn(),
        facts.regime(),
        facts.reason(),
        null,
        null,
        new LegalFacts.Pieces(
            pieces.list(),
            pieces.askedOn(),
            pieces.deadlineDays(),
            pieces.receivedOn(),
            null,
            true,
            pieces.earlier(),
            null),
        null,
        null,
        null,
        Settled.TYPE);
  }

  private static LegalSituation reasoned(ReasonsRequest asked, LocalDate today) {
    return LegalSituation.of(
            facts(LocalDate.of(2026, 11, 14), Regime.SVR, null, null, null, null),
            true,
            true,
            CLOCK,
            today)
        .reasoned(asked, true, CLOCK, today);
  }

  private static String said(LegalFacts facts, LocalDate today) {
    return LegalSituation.of(facts, true, true, CLOCK, today).sentence().in(Locale.FRENCH);
  }

  private static List<Kind> kinds(LegalFacts facts, LocalDate today) {
    return LegalSituation.of(facts, true, true, CLOCK, today).timeline().stream()
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
        null,
        regime,
        RegimeReason.TEXT,
        null,
        null,
        new LegalFacts.Pieces(
            asked == null ? List.of() : List.of("Justificatif de domicile"),
            asked,
            given,
            supplied,
            null,
            false),
        null,
        null,
        notified,
        Settled.TYPE);
  }
}
