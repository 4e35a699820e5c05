package fr.vaguemestre.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.organisation.Replacements.Held;
import fr.vaguemestre.organisation.Replacements.Loop;
import fr.vaguemestre.organisation.Replacements.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** ORG5: who stands in for whom, to the second, along chains and not along loops. */
class ReplacementsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final Instant NOW = NOON.instant();
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long ANNE = 1;
  private static final long BRUNO = 2;
  private static final long CHLOE = 3;
  private static final long DAVID = 4;

  @Test
  void ORG5_an_absence_runs_from_its_first_second_to_the_one_before_its_end() {
    var shares = List.of(share(ANNE, "TO_SIGN", BRUNO, NOW, NOW.plus(HOUR)));
    assertThat(Replacements.heldBy(BRUNO, shares, NOW.minus(SECOND))).isEmpty();
    assertThat(Replacements.heldBy(BRUNO, shares, NOW))
        .containsOnlyKeys(ANNE)
        .containsEntry(ANNE, new Held(Set.of("TO_SIGN"), NOW.plus(HOUR)));
    assertThat(Replacements.heldBy(BRUNO, shares, NOW.plus(HOUR).minus(SECOND))).isNotEmpty();
    assertThat(Replacements.heldBy(BRUNO, shares, NOW.plus(HOUR))).isEmpty();
  }

  @Test
  void ORG5_the_next_change_is_the_nearest_beginning_or_end_to_come() {
    var shares =
        List.of(
            share(ANNE, "TO_SIGN", BRUNO, NOW.minus(HOUR), NOW.plus(HOUR)),
            share(CHLOE, "TO_SIGN", BRUNO, NOW.plus(SECOND), NOW.plus(HOUR)));
    assertThat(Replacements.nextChange(shares, NOW)).contains(NOW.plus(SECOND));
    assertThat(Replacements.nextChange(shares, NOW.plus(SECOND))).contains(NOW.plus(HOUR));
    assertThat(Replacements.nextChange(shares, NOW.plus(HOUR))).isEmpty();
  }

  @Test
  void ORG5_each_basket_goes_where_it_was_given_and_a_basket_may_go_to_several() {
    var shares =
        List.of(
            now(ANNE, "TO_SIGN", BRUNO), now(ANNE, "TO_VISA", BRUNO), now(ANNE, "TO_VISA", CHLOE));
    assertThat(held(BRUNO, shares)).containsExactlyInAnyOrder("1 TO_SIGN", "1 TO_VISA");
    assertThat(held(CHLOE, shares)).containsExactly("1 TO_VISA");
    assertThat(held(ANNE, shares)).isEmpty();
  }

  @Test
  void ORG5_a_basket_follows_the_chain_of_the_absent_and_no_other_basket_does() {
    var shares =
        List.of(
            now(ANNE, "TO_SIGN", BRUNO), now(ANNE, "TO_VISA", BRUNO), now(BRUNO, "TO_SIGN", CHLOE));
    assertThat(held(BRUNO, shares)).containsExactlyInAnyOrder("1 TO_SIGN", "1 TO_VISA");
    assertThat(held(CHLOE, shares)).containsExactlyInAnyOrder("1 TO_SIGN", "2 TO_SIGN");
  }

  @Test
  void ORG5_a_chain_ends_with_its_first_end() {
    var shares =
        List.of(
            now(ANNE, "TO_SIGN", BRUNO),
            share(BRUNO, "TO_SIGN", CHLOE, NOW.minus(HOUR), NOW.plus(SECOND)));
    assertThat(Replacements.heldBy(CHLOE, shares, NOW).get(ANNE).until())
        .isEqualTo(NOW.plus(SECOND));
  }

  @Test
  void ORG5_along_a_loop_nobody_inherits_and_who_stands_outside_still_gives() {
    var shares =
        List.of(
            now(ANNE, "TO_SIGN", BRUNO),
            now(BRUNO, "TO_SIGN", ANNE),
            now(DAVID, "TO_SIGN", ANNE),
            now(ANNE, "TO_SIGN", CHLOE));
    assertThat(held(BRUNO, shares)).isEmpty();
    assertThat(held(ANNE, shares)).containsExactly("4 TO_SIGN");
    assertThat(held(CHLOE, shares)).containsExactlyInAnyOrder("1 TO_SIGN", "4 TO_SIGN");
  }

  @Test
  void ORG5_a_loop_is_named_from_its_start_and_only_while_all_of_it_runs() {
    var later = NOW.plus(HOUR);
    var shares =
        List.of(
            share(ANNE, "TO_SIGN", BRUNO, NOW, later.plus(HOUR)),
            share(BRUNO, "TO_SIGN", CHLOE, NOW, later.plus(HOUR)),
            share(CHLOE, "TO_SIGN", ANNE, later, later.plus(HOUR)));
    assertThat(Replacements.loops(ANNE, shares))
        .containsExactly(new Loop("TO_SIGN", List.of(ANNE, BRUNO, CHLOE)));
    var apart =
        List.of(
            share(ANNE, "TO_SIGN", BRUNO, NOW, later),
            share(BRUNO, "TO_SIGN", ANNE, later, later.plus(HOUR)));
    assertThat(Replacements.loops(ANNE, apart)).isEmpty();
    assertThat(
            Replacements.loops(
                ANNE, List.of(now(ANNE, "TO_SIGN", BRUNO), now(BRUNO, "TO_VISA", ANNE))))
        .isEmpty();
  }

  /** Who has a way to the agent along shares that are on no loop, found by walking every way. */
  @Test
  void ORG5_random_absences_against_a_plain_walk() {
    var random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      var shares = new ArrayList<Share>();
      int n = 2 + random.nextInt(7);
      for (int i = 0; i < n; i++) {
        long from = random.nextInt(5);
        long to = random.nextInt(5);
        if (from != to) {
          shares.add(now(from, "TO_SIGN", to));
        }
      }
      var sound =
          shares.stream().filter(s -> !walk(s.replacement(), shares).contains(s.absent())).toList();
      for (long agent = 0; agent < 5; agent++) {
        var expected = new HashSet<Long>();
        for (long absent = 0; absent < 5; absent++) {
          if (absent != agent && walk(absent, sound).contains(agent)) {
            expected.add(absent);
          }
        }
        assertThat(Replacements.heldBy(agent, shares, NOW).keySet())
            .as("%s for %d", shares, agent)
            .isEqualTo(expected);
      }
    }
  }

  private static Set<Long> walk(long from, List<Share> shares) {
    var reached = new HashSet<Long>();
    boolean more = true;
    while (more) {
      more = false;
      for (var share : shares) {
        if (share.absent() == from || reached.contains(share.absent())) {
          more |= reached.add(share.replacement());
        }
      }
    }
    return reached;
  }

  private static List<String> held(long agent, List<Share> shares) {
    return Replacements.heldBy(agent, shares, NOW).entrySet().stream()
        .flatMap(h -> h.getValue().baskets().stream().map(b -> h.getKey() + " " + b))
        .toList();
  }

  private static Share now(long absent, String basket, long replacement) {
    return share(absent, basket, replacement, NOW.minus(HOUR), NOW.plus(HOUR));
  }

  private static Share share(long absent, String basket, long to, Instant from, Instant until) {
    return new Share(absent, basket, to, from, until);
  }
}
