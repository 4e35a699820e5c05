package fr.vaguemestre.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Reader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** CIR7: who may hang a bell, how many, and when it falls. */
class BellsTest {
  private final Moving clock = new Moving();
  private final Bells bells = bells(100);

  @Test
  void CIR7_a_pass_hangs_one_bell_once() {
    var pass = bells.pass(reader(1, 7), "s", 0).orElseThrow();
    assertThat(bells.hang(pass, new Rung())).isTrue();
    assertThat(bells.hang(pass, new Rung())).isFalse();
    assertThat(bells.hang("made up", new Rung())).isFalse();
    assertThat(bells.hang(null, new Rung())).isFalse();
  }

  @Test
  void CIR7_a_pass_is_good_for_a_moment() {
    var pass = bells.pass(reader(1, 7), "s", 0).orElseThrow();
    clock.now = clock.now.plus(Bells.PASS).plusMillis(1);
    assertThat(bells.hang(pass, new Rung())).isFalse();
  }

  @Test
  void CIR7_one_agent_has_so_many_bells_and_a_namesake_of_another_town_as_many() {
    var passes = new ArrayList<String>();
    for (int i = 0; i < Bells.OF_ONE + 1; i++) {
      passes.add(bells.pass(reader(1, 7), "s", 0).orElseThrow());
    }
    var first = new Rung();
    assertThat(bells.hang(passes.getFirst(), first)).isTrue();
    passes.subList(1, Bells.OF_ONE).forEach(p -> assertThat(bells.hang(p, new Rung())).isTrue());
    assertThat(bells.hang(passes.getLast(), new Rung())).as("one too many").isFalse();
    assertThat(bells.pass(reader(1, 7), "s", 0)).isEmpty();
    assertThat(bells.pass(reader(2, 7), "t", 0)).isPresent();
    bells.takeDown(first);
    bells.takeDown(first);
    assertThat(bells.pass(reader(1, 7), "s", 0)).isPresent();
  }

  @Test
  void CIR7_a_server_has_so_many_bells() {
    var few = bells(2);
    assertThat(few.hang(few.pass(reader(1, 1), "a", 0).orElseThrow(), new Rung())).isTrue();
    var early = few.pass(reader(1, 2), "b", 0).orElseThrow();
    assertThat(few.hang(few.pass(reader(1, 3), "c", 0).orElseThrow(), new Rung())).isTrue();
    assertThat(few.hang(early, new Rung())).isFalse();
    assertThat(few.pass(reader(1, 4), "d", 0)).isEmpty();
  }

  @Test
  void CIR7_a_session_that_ends_takes_its_bells_and_passes_and_no_other() {
    var mine = new Rung();
    var other = new Rung();
    bells.hang(bells.pass(reader(1, 7), "mine", 0).orElseThrow(), mine);
    bells.hang(bells.pass(reader(1, 7), "other", 0).orElseThrow(), other);
    var pass = bells.pass(reader(1, 7), "mine", 0).orElseThrow();
    bells.sessionEnded("mine");
    assertThat(mine.fallen).isTrue();
    assertThat(other.fallen).isFalse();
    assertThat(bells.all()).containsExactly(other);
    assertThat(bells.hang(pass, new Rung())).isFalse();
  }

  private Bells bells(int most) {
    var made = new Bells();
    made.clock = clock;
    made.most = most;
    return made;
  }

  static Reader reader(int town, long agent) {
    return new Reader(
        town, agent, "a", "A", "", "U", 1, Set.of(), Set.of(), Map.of(), Set.of("a:" + agent));
  }

  /** What was said to it. */
  static class Rung implements Bell {
    final List<Long> said = new ArrayList<>();
    int stills;
    boolean fallen;

    @Override
    public void ring(long unread) {
      said.add(unread);
    }

    @Override
    public void still() {
      stills++;
    }

    @Override
    public void fall() {
      fallen = true;
    }
  }

  /** A clock that stands until it is moved. */
  static class Moving extends Clock {
    Instant now = Instant.parse("2026-11-20T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
