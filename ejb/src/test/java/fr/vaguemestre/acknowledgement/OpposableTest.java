package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against whom a delay of appeal can be held. */
class OpposableTest {
  private static final LocalDate DECIDED = LocalDate.of(2027, 1, 10);

  @Test
  void L112_6_an_acknowledgement_must_have_left_before_silence_decided() {
    assertThat(opposable(RegimeReason.TEXT, DECIDED)).as("at the end of its day").isTrue();
    assertThat(opposable(RegimeReason.TEXT, DECIDED.plusDays(1))).isFalse();
    assertThat(opposable(RegimeReason.TEXT, null)).isFalse();
    assertThat(
            LegalRequests.opposable(
                RegimeReason.TEXT, Optional.of(DECIDED.plusDays(1)), Optional.empty()))
        .as("silence decides nothing")
        .isTrue();
  }

  @Test
  void L112_2_the_towns_own_staff_is_owed_none() {
    assertThat(opposable(RegimeReason.OWN_STAFF, null)).isTrue();
  }

  private static boolean opposable(RegimeReason reason, LocalDate acknowledged) {
    return LegalRequests.opposable(reason, Optional.ofNullable(acknowledged), Optional.of(DECIDED));
  }
}
