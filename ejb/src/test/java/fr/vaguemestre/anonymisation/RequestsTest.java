package fr.vaguemestre.anonymisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
  /** Worked example 22: closed on 30/11/2026, erased by the night of 28/02/2027. */
  @ParameterizedTest
  @CsvSource({
    "2027-02-28, 2026-11-30",
    "2027-02-27, 2026-11-27",
    "2027-03-01, 2026-12-01",
    "2028-02-29, 2027-11-30",
    "2028-02-28, 2027-11-28",
    "2027-05-31, 2027-02-28",
    "2027-05-30, 2027-02-28",
    "2027-05-28, 2027-02-28",
    "2027-06-30, 2027-03-31"
  })
  void GRC8_three_months_go_from_day_of_month_to_day_of_month(LocalDate today, LocalDate closed) {
    assertThat(Requests.lastDay(today)).isEqualTo(closed);
  }

  @Test
  void GRC8_every_request_is_erased_on_the_first_night_its_three_months_have_passed() {
    var end = LocalDate.of(2029, 1, 1);
    for (var closed = LocalDate.of(2026, 1, 1); closed.isBefore(end); closed = closed.plusDays(1)) {
      var due = closed.plusMonths(3);
      assertThat(Requests.lastDay(due)).isAfterOrEqualTo(closed);
      assertThat(Requests.lastDay(due.minusDays(1))).isBefore(closed);
    }
  }
}
