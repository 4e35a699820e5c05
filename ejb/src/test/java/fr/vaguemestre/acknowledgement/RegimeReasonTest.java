package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.delay.Regime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The regime of a request: the first reason that holds decides. */
class RegimeReasonTest {
  @Test
  void the_first_reason_wins_and_the_principle_is_what_is_left() {
    assertThat(RegimeReason.first(Set.of())).isEqualTo(RegimeReason.PRINCIPLE);
    assertThat(RegimeReason.first(Set.of(RegimeReason.FINANCIAL, RegimeReason.NO_PROCEDURE)))
        .isEqualTo(RegimeReason.NO_PROCEDURE);
    assertThat(RegimeReason.first(Set.of(RegimeReason.OWN_STAFF, RegimeReason.TEXT)))
        .isEqualTo(RegimeReason.TEXT);
    assertThat(RegimeReason.first(Set.of(RegimeReason.INFORMATION)))
        .isEqualTo(RegimeReason.INFORMATION);
  }

  @Test
  void what_each_makes_of_silence() {
    assertThat(RegimeReason.TEXT.regime(Regime.SVA)).isEqualTo(Regime.SVA);
    assertThat(RegimeReason.NO_PROCEDURE.regime(Regime.SVA)).isEqualTo(Regime.SVR);
    assertThat(RegimeReason.FINANCIAL.regime(Regime.SVA)).isEqualTo(Regime.SVR);
    assertThat(RegimeReason.LISTED.regime(Regime.NONE)).isEqualTo(Regime.SVR);
    assertThat(RegimeReason.PRINCIPLE.regime(Regime.NONE)).isEqualTo(Regime.SVA);
    assertThat(RegimeReason.INFORMATION.regime(Regime.SVR)).isEqualTo(Regime.NONE);
  }
}
