package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.delay.WorkCalendar;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Words;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AR-3: an acknowledgement that lacks a mandatory mention does not leave. */
class MentionsTest {
  private static final Map<String, String> OTHERS =
      Map.of("numero", "N-1", "objet", "Cantine", "collectivite", "Ville de Pont");

  @Test
  void SVE_1_an_AEE_never_says_when_silence_decides() {
    assertThat(Wording.markers(Wordings.shipped(AcknowledgementKind.AEE)))
        .containsExactlyInAnyOrder("numero", "collectivite", "date_reception", "objet");
    var own = "{{date_reception}} {{numero}}\n\nRejet le {{date_implicite}}.";
    var mentions =
        new Mentions(Set.of(Mention.RECEIVED_ON), Map.of(Mention.RECEIVED_ON, "22 novembre 2026"));
    assertThat(mentions.in(own, OTHERS)).isEqualTo("22 novembre 2026 N-1");
  }

  @Test
  void SVE_3_4_6_every_shipped_text_says_all_that_it_owes() {
    for (var kind : AcknowledgementKind.values()) {
      for (var regime : Regime.values()) {
        for (var awaited : new boolean[] {false, true}) {
          var owed = Mention.owed(kind, regime, awaited);
          var mentions = new Mentions(owed, values(owed));
          var text = mentions.in(Wordings.shipped(kind), OTHERS);
          assertThat(mentions.missing(text)).as(kind + " " + regime + " " + awaited).isEmpty();
          assertThat(text).doesNotContain("{{", "}}");
        }
      }
    }
  }

  @Test
  void SVE_4_what_is_owed_follows_the_regime_and_the_pieces() {
    assertThat(Mention.owed(AcknowledgementKind.ARE, Regime.NONE, false))
        .containsExactlyInAnyOrder(
            Mention.RECEIVED_ON, Mention.SERVICE, Mention.ADDRESS, Mention.PHONE);
    assertThat(Mention.owed(AcknowledgementKind.ARE, Regime.SVR, false))
        .contains(Mention.REGIME, Mention.IMPLICIT_ON, Mention.APPEAL)
        .doesNotContain(Mention.ATTESTATION, Mention.PIECES);
    assertThat(Mention.owed(AcknowledgementKind.ARE, Regime.SVA, true))
        .contains(
            Mention.ATTESTATION, Mention.PIECES, Mention.PIECES_DEADLINE, Mention.PIECES_EFFECT)
        .doesNotContain(Mention.IMPLICIT_ON, Mention.APPEAL);
  }

  @Test
  void AR_3_each_mention_taken_out_is_named() {
    var owed = Mention.owed(AcknowledgementKind.ARE, Regime.SVR, true);
    for (var mention : owed) {
      var values = values(owed);
      values.remove(mention);
      var lacking = new Mentions(owed, values);
      var text = lacking.in(Wordings.shipped(AcknowledgementKind.ARE), OTHERS);
      assertThat(lacking.missing(text)).containsExactly(mention);
      var draft =
          new Draft(AcknowledgementKind.ARE, Way.EMAIL, "x@y.fr", text, lacking.missing(text));
      assertThatThrownBy(draft::refuseIncomplete)
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.key()).isEqualTo(mention.missing()));
    }
  }

  @Test
  void AR_3_a_mention_that_the_author_took_out_of_the_text_is_missing_too() {
    var owed = Mention.owed(AcknowledgementKind.ARE, Regime.SVR, false);
    var mentions = new Mentions(owed, values(owed));
    var text = mentions.in(Wordings.shipped(AcknowledgementKind.ARE), OTHERS);
    assertThat(mentions.missing(text.replace("dit PHONE", "").replace("\n", "\u00a0 \n")))
        .containsExactly(Mention.PHONE);
  }

  @Test
  void AR_3_a_date_inside_another_one_is_not_said() {
    var mentions =
        new Mentions(Set.of(Mention.IMPLICIT_ON), Map.of(Mention.IMPLICIT_ON, "2 mars 2027"));
    for (var wrong : new String[] {"le 12 mars 2027", "le 22 mars 2027.", "2 mars 20270"}) {
      assertThat(mentions.missing(wrong)).as(wrong).containsExactly(Mention.IMPLICIT_ON);
    }
    assertThat(mentions.missing("Au plus tard le 2 mars\n2027.")).isEmpty();
  }

  @Test
  void SVE_6_an_acknowledgement_after_the_pieces_came_says_nothing_of_them() {
    var pieces =
        new LegalFacts.Pieces(
            List.of("Statuts"),
            LocalDate.of(2026, 11, 20),
            30,
            LocalDate.of(2026, 12, 8),
            null,
            false);
    assertThat(pieces(pieces)).doesNotContain(Mention.PIECES, Mention.PIECES_EFFECT);
    assertThat(
            pieces(new LegalFacts.Pieces(pieces.list(), pieces.askedOn(), 30, null, null, false)))
        .contains(Mention.PIECES, Mention.PIECES_DEADLINE, Mention.PIECES_EFFECT);
  }

  @Test
  void AR_3_every_mention_has_its_words_in_both_languages() {
    var words = new Words(MentionsTest.class.getClassLoader());
    for (var mention : Mention.values()) {
      assertThat(words.find(Locale.FRENCH, mention.missing())).as(mention.missing()).isPresent();
      assertThat(words.find(Locale.ENGLISH, mention.missing()).orElseThrow())
          .isNotEqualTo(words.find(Locale.FRENCH, mention.missing()).orElseThrow());
    }
    assertThat(Stream.of(Mention.values()).map(Mention::marker).collect(Collectors.toSet()))
        .hasSize(Mention.values().length);
  }

  @Test
  void what_people_wrote_is_no_marker() {
    var mentions = new Mentions(Set.of(), Map.of());
    assertThat(mentions.in("Objet : {{objet}}", Map.of("objet", "{{numero}} $1 \\", "numero", "9")))
        .isEqualTo("Objet : {{numero}} $1 \\");
  }

  private static Set<Mention> pieces(LegalFacts.Pieces pieces) {
    var received = LocalDate.of(2026, 11, 10);
    var facts =
        new LegalFacts(
            received,
            null,
            Regime.SVA,
            RegimeReason.TEXT,
            null,
            null,
            pieces,
            null,
            null,
            null,
            Settled.TYPE);
    var clock = new LegalClock(WorkCalendar.of(Territory.MAINLAND, false));
    return new MentionWriter(null, facts, clock.answer(facts.question())).ofRequest().keySet();
  }

  private static EnumMap<Mention, String> values(Set<Mention> owed) {
    var values = new EnumMap<Mention, String>(Mention.class);
    owed.forEach(mention -> values.put(mention, "dit " + mention));
    return values;
  }
}
