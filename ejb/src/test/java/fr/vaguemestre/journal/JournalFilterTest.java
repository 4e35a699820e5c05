package fr.vaguemestre.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class JournalFilterTest {
  @Test
  void days_that_no_journal_holds_narrow_nothing() {
    for (var day : new LocalDate[] {LocalDate.MIN, LocalDate.MAX, LocalDate.of(3000, 1, 1)}) {
      assertThat(new JournalFilter(null, null, day, day, null)).isEqualTo(JournalFilter.ALL);
    }
    var day = LocalDate.of(2999, 12, 31);
    assertThat(new JournalFilter(null, null, day, day, null).to()).isEqualTo(day);
  }
}
