package fr.vaguemestre.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ORG2: where a right holds, and that nobody gives more than they have. */
class PerimeterTest {
  private static final long SPORTS = 10;
  private static final long GYMS = 11;
  private static final long ROADS = 20;

  @Test
  void ORG2_a_right_holds_in_its_perimeter_only() {
    assertThat(director(Perimeter.TOWN).may(Right.CLOSE, ROADS)).isTrue();
    assertThat(director(Perimeter.BRANCH).may(Right.CLOSE, ROADS)).isFalse();
    assertThat(director(Perimeter.BRANCH).may(Right.CLOSE, GYMS)).isTrue();
    assertThat(director(Perimeter.OWN_UNIT).may(Right.CLOSE, GYMS)).isFalse();
    assertThat(director(Perimeter.OWN_UNIT).may(Right.CLOSE, SPORTS)).isTrue();
  }

  @Test
  void ORG2_the_town_as_a_whole_takes_the_widest_perimeter() {
    assertThat(director(Perimeter.TOWN).may(Right.CLOSE, null)).isTrue();
    assertThat(director(Perimeter.BRANCH).may(Right.CLOSE, null)).isFalse();
    assertThat(director(Perimeter.OWN_UNIT).may(Right.CLOSE, null)).isFalse();
    assertThat(director(Perimeter.TOWN).may(Right.SIGN, null)).isFalse();
  }

  @Test
  void ORG2_nobody_gives_a_right_where_they_do_not_have_it() {
    var giver = new Reach(Map.of(Right.CLOSE, Perimeter.BRANCH), Set.of(SPORTS), branch());
    given(giver, Perimeter.BRANCH, Set.of(GYMS), Set.of(GYMS));
    refused(giver, Perimeter.TOWN, Set.of(GYMS), Set.of(GYMS));
    refused(giver, Perimeter.BRANCH, Set.of(ROADS), Set.of(ROADS));
    var narrow = new Reach(Map.of(Right.CLOSE, Perimeter.OWN_UNIT), Set.of(SPORTS), branch());
    refused(narrow, Perimeter.OWN_UNIT, Set.of(GYMS), Set.of(GYMS));
    refused(narrow, Perimeter.BRANCH, Set.of(SPORTS), branch());
  }

  @Test
  void ORG2_what_somebody_had_already_is_not_given_again() {
    var giver = new Reach(Map.of(), Set.of(SPORTS), branch());
    var had = new Reach(Map.of(Right.SIGN, Perimeter.BRANCH), Set.of(GYMS), Set.of(GYMS));
    assertThatCode(() -> giver.needGained(had, had, "access.grants-more-than-own"))
        .doesNotThrowAnyException();
    var moved = new Reach(Map.of(Right.SIGN, Perimeter.BRANCH), Set.of(ROADS), Set.of(ROADS));
    assertThatThrownBy(() -> giver.needGained(had, moved, "access.grants-more-than-own"))
        .as("a new post takes the right to a new unit")
        .isInstanceOf(Refusal.class);
  }

  private static void given(Reach giver, Perimeter perimeter, Set<Long> own, Set<Long> branch) {
    var after = new Reach(Map.of(Right.CLOSE, perimeter), own, branch);
    assertThatCode(() -> giver.needGained(Reach.NONE, after, "access.grants-more-than-own"))
        .doesNotThrowAnyException();
  }

  private static void refused(Reach giver, Perimeter perimeter, Set<Long> own, Set<Long> branch) {
    var after = new Reach(Map.of(Right.CLOSE, perimeter), own, branch);
    assertThatThrownBy(() -> giver.needGained(Reach.NONE, after, "access.grants-more-than-own"))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("access.grants-more-than-own"));
  }

  private static Reader director(Perimeter perimeter) {
    return new Reader(
        1,
        1,
        "d",
        "D",
        null,
        null,
        0,
        Set.of(SPORTS),
        branch(),
        Map.of(Right.CLOSE, perimeter),
        Set.of());
  }

  private static Set<Long> branch() {
    return Set.of(SPORTS, GYMS);
  }
}
