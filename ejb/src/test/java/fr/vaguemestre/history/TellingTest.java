package fr.vaguemestre.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** API3: what one person was told of a demand is never another's. */
class TellingTest {
  @Test
  void API3_a_demand_of_an_id_and_a_type_is_called_by_it_whoever_asks() {
    assertThat(key("7", "108", "a")).isEqualTo("7").isEqualTo(key("7", "108", "b"));
  }

  @Test
  void API3_without_id_or_type_each_person_has_their_own() {
    for (var missing : List.of(List.of("", ""), List.of("", "108"), List.of("7", ""))) {
      var one = key(missing.get(0), missing.get(1), "a");
      assertThat(one).isEqualTo(key(missing.get(0), missing.get(1), "a")).hasSizeLessThan(100);
      assertThat(one).isNotEqualTo(key(missing.get(0), missing.get(1), "b"));
    }
    assertThat(key("x".repeat(100), "", "a")).hasSizeLessThan(100);
  }

  private static String key(String demand, String type, String customer) {
    var who = new Telling.Customer(customer, null, null);
    return new Telling(Instant.EPOCH, demand, type, null, null, null, null, null, who, List.of())
        .key();
  }
}
