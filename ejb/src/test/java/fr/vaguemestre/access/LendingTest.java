package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ORG5: what an absent colleague lends, and what they never do. */
class LendingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final long CABINET_DIRECTOR = 7;
  private static final long AGENT = 8;
  private static final long CABINET = 10;

  private static final Reader ABSENT =
      new Reader(
          1,
          CABINET_DIRECTOR,
          "cab",
          "Claude Absent",
          null,
          "CAB",
          0,
          Set.of(CABINET),
          Set.of(CABINET, CABINET + 1),
          Map.of(
              Right.PROCESS,
              Perimeter.BRANCH,
              Right.SIGN,
              Perimeter.TOWN,
              Right.REGISTER_SENSITIVE,
              Perimeter.TOWN),
          Set.of("a7", "u10", "u11", "c10", "c11", "all", "cab"));

  private static final Lending EVERYTHING = new Lending(Set.of(Right.values()), true, true);

  @Test
  void O4_neither_the_cabinets_letters_nor_the_confidential_ones_nor_all_in_circuit_are_lent() {
    assertThat(ABSENT.lentTo(AGENT, EVERYTHING).tokens())
        .containsExactlyInAnyOrder("a7", "u10", "u11");
  }

  @Test
  void ORG5_units_are_lent_as_far_as_the_baskets_speak_of_them() {
    var inPerson = ABSENT.lentTo(AGENT, new Lending(Set.of(Right.SIGN), false, false));
    assertThat(inPerson.tokens()).containsExactly("a7");
    assertThat(inPerson.branch()).isEmpty();
    var units = ABSENT.lentTo(AGENT, new Lending(Set.of(), true, false));
    assertThat(units.tokens()).containsExactlyInAnyOrder("a7", "u10");
    assertThat(units.branch()).containsExactly(CABINET);
  }

  @Test
  void ORG5_no_right_is_lent_that_the_absent_one_has_not_or_that_no_basket_needs() {
    var lent = ABSENT.lentTo(AGENT, new Lending(Set.of(Right.SIGN, Right.VISA), false, false));
    assertThat(lent.rights()).containsExactly(Right.SIGN);
  }

  @Test
  void ORG5_who_acts_and_in_whose_place_are_told_apart() {
    var lent = ABSENT.lentTo(AGENT, EVERYTHING);
    assertThat(lent.actor()).isEqualTo(AGENT);
    assertThat(lent.inPlaceOf()).isEqualTo(CABINET_DIRECTOR);
    assertThat(ABSENT.inPlaceOf()).isNull();
  }

  @Test
  void ORG5_a_reader_holds_their_own_tokens_and_is_lent_letters_one_by_one() {
    var own =
        new Reader(1, AGENT, "y", "Y", null, null, 0, Set.of(), Set.of(), Map.of(), Set.of("a8"));
    var standIn =
        new StandIn(ABSENT.lentTo(AGENT, EVERYTHING), Set.of("TO_SIGN"), sql("c.late"), NOW);
    var replacing = own.with(List.of(standIn), null);
    assertThat(replacing.tokens()).containsExactly("a8");
    assertThat(Visibility.lent(standIn).toString()).contains("where c.late and exists");
    assertThat(Visibility.condition("x", replacing).toString())
        .contains(" or x.id in ( " + Visibility.lent(standIn));
    assertThat(Visibility.condition("x", replacing.alone()).toString()).doesNotContain(" or ");
    assertThat(replacing.may(Right.SIGN)).isFalse();
    assertThat(replacing.mayForSomeone(Right.SIGN)).isTrue();
  }

  @Test
  void ORG5_a_kept_reader_is_read_again_at_the_second_an_absence_begins_or_ends() {
    var cache = new ReaderCache();
    var loads = new int[1];
    Instant until = NOW.plusSeconds(60);
    for (var at : List.of(NOW, until.minusMillis(1), until, NOW.minus(Duration.ofDays(1)))) {
      cache.get(
          1,
          AGENT,
          3,
          at,
          () -> {
            loads[0]++;
            return Optional.of(new ReaderCache.Timed(ABSENT, until));
          });
    }
    assertThat(loads[0]).as("first, at the end, and before what was known").isEqualTo(3);
  }
}
