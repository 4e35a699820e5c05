package fr.vaguemestre.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.monitoring.Check.Result;
import fr.vaguemestre.monitoring.Check.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final Result FINE = Result.up(Check.DATABASE, null);

  @Test
  void all_up_is_up() {
    assertThat(new Health(List.of(FINE)).status()).isEqualTo(Status.UP);
  }

  @Test
  void what_is_not_vital_degrades_even_when_it_is_down() {
    assertThat(new Health(List.of(FINE, Result.down(Check.DISK, "full", "0"))).status())
        .isEqualTo(Status.DEGRADED);
  }

  @Test
  void what_is_vital_takes_all_down() {
    var health = new Health(List.of(FINE, Result.down(Check.STORE, "silent", null)));
    assertThat(health.status()).isEqualTo(Status.DOWN);
    assertThat(health.vital()).hasSize(2);
  }
}
