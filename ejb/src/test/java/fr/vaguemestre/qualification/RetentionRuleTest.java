package fr.vaguemestre.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** BAT2: until when a letter is kept. */
class RetentionRuleTest {
  private static RetentionRule rule(String period, RetentionStart start) {
    return new RetentionRule(period, start, Disposition.DESTROY);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void BAT2_from_the_closing_the_last_day_is_kept_and_the_next_is_due() {
    var rule = rule("P10Y", RetentionStart.CLOSING);
    assertThat(rule.endsOn(day("2016-03-12"))).isEqualTo("2026-03-12");
    assertThat(rule.over(day("2016-03-12"), day("2026-03-12"))).isFalse();
    assertThat(rule.over(day("2016-03-12"), day("2026-03-13"))).isTrue();
  }

  @Test
  void R_MONTH_closed_on_a_leap_day_ends_on_the_last_day_of_february() {
    assertThat(rule("P1Y", RetentionStart.CLOSING).endsOn(day("2024-02-29")))
        .isEqualTo("2025-02-28");
    assertThat(rule("P4Y", RetentionStart.CLOSING).endsOn(day("2024-02-29")))
        .isEqualTo("2028-02-29");
    assertThat(rule("P1M", RetentionStart.CLOSING).endsOn(day("2027-01-31")))
        .isEqualTo("2027-02-28");
  }

  @Test
  void BAT2_from_the_end_of_the_civil_year_all_of_a_year_end_together() {
    var rule = rule("P10Y", RetentionStart.YEAR_END);
    assertThat(rule.endsOn(day("2016-01-01"))).isEqualTo("2026-12-31");
    assertThat(rule.endsOn(day("2016-12-31"))).isEqualTo("2026-12-31");
    assertThat(rule.over(day("2016-06-01"), day("2026-12-31"))).isFalse();
    assertThat(rule.over(day("2016-06-01"), day("2027-01-01"))).isTrue();
  }

  @Test
  void R_TZ_closed_in_the_last_hour_of_the_year_belongs_to_the_year_of_the_town() {
    var closed = Instant.parse("2016-12-31T23:30:00Z");
    var rule = rule("P10Y", RetentionStart.YEAR_END);
    var paris = RetentionRule.closedOn(closed, ZoneId.of("Europe/Paris"));
    var martinique = RetentionRule.closedOn(closed, ZoneId.of("America/Martinique"));
    assertThat(rule.endsOn(paris)).isEqualTo("2027-12-31");
    assertThat(rule.endsOn(martinique)).isEqualTo("2026-12-31");
  }

  @Test
  void BAT2_a_rule_is_whole_or_none() {
    assertThat(RetentionRule.of(null, null, null)).isNull();
    refused("retention", () -> RetentionRule.of(null, null, Disposition.KEEP));
    refused("retentionStart", () -> RetentionRule.of("P1Y", null, Disposition.KEEP));
    refused("finalDisposition", () -> RetentionRule.of("P1Y", RetentionStart.CLOSING, null));
  }

  private static void refused(
      String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).contains(field));
  }
}
