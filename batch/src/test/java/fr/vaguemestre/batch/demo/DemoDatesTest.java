package fr.vaguemestre.batch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoDatesTest {
  private final DemoDates dates = new DemoDates(LocalDate.of(2026, 11, 21));

  @ParameterizedTest
  @CsvSource({
    "{j-12},9 novembre 2026",
    "{j+10},1er décembre 2026",
    "{sam-28},samedi 24 octobre 2026",
    "{mar-9},mardi 10 novembre 2026",
    "{dim+1},dimanche 22 novembre 2026",
    "{mois+2},janvier 2027",
    "{an+1},2027",
    "le {j+0} {inconnu},le 21 novembre 2026 {inconnu}"
  })
  void marks_become_dates_counted_from_the_loading_day(String text, String expected) {
    assertThat(dates.expand(text)).isEqualTo(expected);
  }
}
