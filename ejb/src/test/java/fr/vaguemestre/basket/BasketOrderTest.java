package fr.vaguemestre.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BasketOrderTest {
  @ParameterizedTest
  @EnumSource(BasketOrder.class)
  void org4_each_order_reads_the_cursors_it_wrote(BasketOrder order) {
    var cursor = order.after(line());
    assertThat(cursor).endsWith("_42");
    assertThat(order.beyond(cursor, false).toString()).endsWith("> (?, ?)");
    assertThat(order.beyond(cursor, true).toString()).endsWith("< (?, ?)");
  }

  @ParameterizedTest
  @EnumSource(BasketOrder.class)
  void org4_another_cursor_is_refused(BasketOrder order) {
    for (var text :
        List.of(
            "zz",
            "_1",
            "2026-11-21",
            "+999999999-01-01_1",
            "2026-13-45_1",
            "1' or '1_1",
            "99999999999_1",
            "x_9999999999999999999")) {
      assertThatThrownBy(() -> order.beyond(text, false)).isInstanceOf(Refusal.class);
    }
  }

  private static LetterLine line() {
    return new LetterLine(
        42,
        1,
        "C",
        "S",
        null,
        "T",
        "U",
        null,
        "ST",
        "St",
        "info",
        false,
        "P",
        "#fff",
        LocalDate.of(2026, 11, 1),
        null,
        false,
        1,
        0,
        Instant.parse("2026-11-02T10:00:00.123456Z"),
        14,
        true,
        false,
        List.of(),
        null);
  }
}
