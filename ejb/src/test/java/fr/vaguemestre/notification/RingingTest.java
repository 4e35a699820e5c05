package fr.vaguemestre.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.platform.TenantContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** CIR7: a bell rings when its agent was told something since, and only then. */
class RingingTest {
  private static final int TOWN = 1;
  private static final int BROKEN = 2;

  private final BellsTest.Moving clock = new BellsTest.Moving();
  private final Bells bells = new Bells();
  private final Map<Long, Long> newest = new HashMap<>();
  private final Set<Long> gone = new HashSet<>();
  private final Ringing ringing = new Ringing();

  RingingTest() {
    bells.clock = clock;
    bells.most = 100;
    ringing.clock = clock;
    ringing.bells = bells;
    ringing.notifications =
        new Notifications() {
          @Override
          public Map<Long, Long> newest(Collection<Long> agents) {
            if (TenantContext.required() == BROKEN) {
              throw new IllegalStateException("away");
            }
            return newest.entrySet().stream()
                .filter(e -> agents.contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
          }

          @Override
          public long unread(Reader reader) {
            return 10 * reader.agent();
          }
        };
    ringing.readers =
        new Readers() {
          @Override
          public Optional<Reader> of(long agent) {
            return gone.contains(agent)
                ? Optional.empty()
                : Optional.of(BellsTest.reader(TenantContext.required(), agent));
          }
        };
  }

  @Test
  void CIR7_what_was_told_since_rings_once() {
    newest.put(7L, 100L);
    var told = hung(TOWN, 7, 100);
    var window = hung(TOWN, 7, 100);
    var other = hung(TOWN, 8, 0);
    ringing.round();
    assertThat(told.said).isEmpty();
    newest.put(7L, 150L);
    ringing.round();
    ringing.round();
    assertThat(told.said).containsExactly(70L);
    assertThat(window.said).containsExactly(70L);
    assertThat(other.said).isEmpty();
  }

  @Test
  void CIR7_what_was_told_between_the_count_and_the_line_rings_too() {
    newest.put(7L, 150L);
    var late = hung(TOWN, 7, 100);
    ringing.round();
    assertThat(late.said).containsExactly(70L);
  }

  @Test
  void CIR7_a_closed_account_hears_nothing_more_and_a_town_that_fails_stops_no_other() {
    hung(BROKEN, 7, 0);
    newest.put(7L, 1L);
    newest.put(8L, 1L);
    gone.add(7L);
    var closed = hung(TOWN, 7, 0);
    var open = hung(TOWN, 8, 0);
    ringing.round();
    assertThat(closed.fallen).isTrue();
    assertThat(closed.said).isEmpty();
    assertThat(open.said).containsExactly(80L);
  }

  @Test
  void CIR7_a_silent_line_is_kept_alive_twice_a_minute() {
    var quiet = hung(TOWN, 7, 0);
    for (int i = 0; i < 20; i++) {
      ringing.round();
      clock.now = clock.now.plusSeconds(3);
    }
    assertThat(quiet.stills).isBetween(2, 3);
  }

  private BellsTest.Rung hung(int town, long agent, long knows) {
    var bell = new BellsTest.Rung();
    var pass = bells.pass(BellsTest.reader(town, agent), "s", knows).orElseThrow();
    assertThat(bells.hang(pass, bell)).isTrue();
    return bell;
  }
}
