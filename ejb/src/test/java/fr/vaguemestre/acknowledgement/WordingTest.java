package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DEL2: a town's own texts say all that the law may ask for. */
class WordingTest {
  @ParameterizedTest
  @EnumSource(AcknowledgementKind.class)
  void AR_3_every_shipped_text_has_what_may_be_owed(AcknowledgementKind kind) {
    assertThatCode(() -> Wording.check(kind, Wordings.shipped(kind))).doesNotThrowAnyException();
  }

  @Test
  void AR_3_a_text_that_lacks_a_marker_has_an_unknown_one_or_loose_braces_is_refused() {
    var are = Wordings.shipped(AcknowledgementKind.ARE);
    refused(AcknowledgementKind.ARE, are.replace("{{recours}}", ""), "text-lacks");
    refused(AcknowledgementKind.ARE, are + "{{recour}}", "text-marker");
    refused(AcknowledgementKind.ARE, are + "{{Service}}", "text-braces");
  }

  @Test
  void SVE_1_an_AEE_cannot_name_the_implicit_date() {
    var aee = Wordings.shipped(AcknowledgementKind.AEE);
    refused(AcknowledgementKind.AEE, aee + "\n{{date_implicite}}", "text-marker");
  }

  private static void refused(AcknowledgementKind kind, String text, String key) {
    assertThatThrownBy(() -> Wording.check(kind, text))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("acknowledgement." + key));
  }
}
