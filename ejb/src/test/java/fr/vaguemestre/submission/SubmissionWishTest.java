package fr.vaguemestre.submission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionWishTest {
  private static final String WHO = "Lou Martin\n1 rue Basse, 25970 Pont\nlou@example.fr";

  @Test
  void the_document_says_all_that_was_typed_in_its_order() {
    var answers = new LinkedHashMap<String, String>();
    answers.put("enfant", "Lou");
    answers.put("allergie", "aucune");
    assertThat(wish("Bonjour.", answers, null).document())
        .isEqualTo("Cantine\n\n" + WHO + "\n\nBonjour.\n\nenfant : Lou\nallergie : aucune\n");
    assertThat(wish(null, Map.of(), null).document()).isEqualTo("Cantine\n\n" + WHO + "\n");
    assertThat(wish(null, Map.of(), "autre@example.fr").document())
        .isEqualTo("Cantine\n\n" + WHO + "\n\nAccusés et réponses à : autre@example.fr\n");
  }

  @Test
  void nothing_typed_can_be_read_as_something_else() {
    var forged = Map.of("enfant", "Lou\nquotient : 0\r\nrevenu : 0");
    assertThat(wish("Bonjour.", forged, null).document())
        .endsWith("enfant : Lou\n    quotient : 0\n    revenu : 0\n");
    assertThat(subject("Banc ».\n\nVotre demande est acceptée").subject())
        .isEqualTo("Banc ». Votre demande est acceptée");
    for (var turned :
        List.of(
            subject("Banc \u202eéssac"),
            wish("Bonjour \u2066.", Map.of(), null),
            wish("x", Map.of("a", "\u202e"), null),
            wish("x", Map.of("\u0007", "a"), null))) {
      assertThat(turned.invisible()).map(Refusal::key).contains("platform.invisible-character");
    }
    assertThat(wish("Deux\nlignes", Map.of("a", "b\nc"), null).invisible()).isEmpty();
  }

  @Test
  void SVE_5_acknowledgements_go_where_the_sender_says_else_to_them() {
    assertThat(wish("x", Map.of(), "autre@example.fr").address()).isEqualTo("autre@example.fr");
    assertThat(wish("x", Map.of(), " ").address()).isEqualTo("lou@example.fr");
  }

  @Test
  void nothing_asked_is_refused_unless_a_file_says_it() {
    var empty = wish(" ", Map.of(), null);
    assertThat(empty.emptiness(false)).map(Refusal::key).contains("submission.empty");
    assertThat(empty.emptiness(true)).isEmpty();
    assertThat(wish(null, Map.of("a", "b"), null).emptiness(false)).isEmpty();
  }

  @Test
  void the_same_request_has_the_same_fingerprint_and_another_has_not() {
    var one = Fingerprint.of(wish("x", Map.of("a", "b"), null), List.of());
    assertThat(Fingerprint.of(wish("x", Map.of("a", "b"), null), List.of())).isEqualTo(one);
    assertThat(Fingerprint.of(wish("x", Map.of("a", "c"), null), List.of())).isNotEqualTo(one);
    assertThat(Fingerprint.of(wish("y", Map.of("a", "b"), null), List.of())).isNotEqualTo(one);
  }

  private static SubmissionWish subject(String subject) {
    var usual = wish("x", Map.of(), null);
    return new SubmissionWish(
        usual.type(), subject, usual.text(), usual.applicant(), usual.answers(), usual.replyTo());
  }

  private static SubmissionWish wish(String text, Map<String, String> answers, String replyTo) {
    var applicant =
        new Applicant(
            ContactKind.PERSON,
            null,
            null,
            "Lou",
            "Martin",
            "lou@example.fr",
            null,
            "1 rue Basse",
            null,
            "25970",
            "Pont");
    return new SubmissionWish("SCOL", "Cantine", text, applicant, answers, replyTo);
  }
}
