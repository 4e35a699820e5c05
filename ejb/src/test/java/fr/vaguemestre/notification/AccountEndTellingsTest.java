package fr.vaguemestre.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountEndTellingsTest {
  @ParameterizedTest
  @CsvSource({"30,30", "29,30", "8,30", "7,7", "2,7", "1,1", "0,1"})
  void API4_an_end_is_told_thirty_seven_and_one_day_ahead(long left, int told) {
    assertThat(AccountEndTellings.ahead(left)).hasValue(told);
  }

  @Test
  void API4_an_end_far_away_is_not_told() {
    assertThat(AccountEndTellings.ahead(31)).isEmpty();
  }
}
