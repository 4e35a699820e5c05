package fr.vaguemestre.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContributionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Reader SOMEBODY =
      new Reader(1, 7, "a", "A", null, null, 0, Set.of(3L), Set.of(3L), Map.of(), Set.of("a7"));

  @Test
  void O10_a_contribution_is_given_once() {
    var one = asked(0, false);
    one.give(SOMEBODY, "Oui", NOW);
    assertThat(one.open()).isFalse();
    assertNoLongerAwaited(one);
  }

  @Test
  void CIR4_what_is_withdrawn_is_given_no_more_and_shows_the_letter_no_more() {
    var one = asked(0, false);
    one.withdraw();
    assertNoLongerAwaited(one);
    assertThat(one.shows()).isFalse();
  }

  @Test
  void CIR4_asked_together_all_are_awaited_at_once() {
    assertThat(List.of(asked(0, false), asked(1, false))).allMatch(Contribution::awaited);
  }

  @Test
  void CIR4_one_after_the_other_each_waits_for_its_turn() {
    assertThat(asked(0, true).awaited()).isTrue();
    var second = asked(1, true);
    assertThat(second.open()).isTrue();
    assertThat(second.awaited()).isFalse();
    assertThat(second.shows()).as("the letter, before the turn").isFalse();
    assertNoLongerAwaited(second);
    second.begin();
    assertThat(second.awaited()).isTrue();
    second.give(SOMEBODY, "Oui", NOW);
    assertThat(second.shows()).as("the letter, once given").isTrue();
  }

  @Test
  void CIR4_it_is_asked_of_the_agent_or_of_the_people_of_the_unit() {
    assertThat(asked(new Addressee(7L, null)).askedOf(SOMEBODY)).isTrue();
    assertThat(asked(new Addressee(8L, null)).askedOf(SOMEBODY)).isFalse();
    assertThat(asked(new Addressee(null, 3L)).askedOf(SOMEBODY)).isTrue();
    assertThat(asked(new Addressee(null, 4L)).askedOf(SOMEBODY)).isFalse();
  }

  private static void assertNoLongerAwaited(Contribution one) {
    assertThatThrownBy(() -> one.give(SOMEBODY, "Non", NOW))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("opinion.already-given"));
  }

  private static Contribution asked(int position, boolean sequential) {
    return new Contribution(
        1, SOMEBODY, new Addressee(null, 3L), 1, position, wish(sequential), NOW);
  }

  private static Contribution asked(Addressee of) {
    return new Contribution(1, SOMEBODY, of, 1, 0, wish(false), NOW);
  }

  private static ContributionRequest wish(boolean sequential) {
    return new ContributionRequest(List.of(), " Quand ? ", " ", null, sequential);
  }
}
