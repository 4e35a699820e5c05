package fr.vaguemestre.call;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.call.CallGate.Verdict;
import fr.vaguemestre.platform.Network;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallGateTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:15Z");
  private final CallGate gate = new CallGate();
  private CallRule rule = new CallRule(2, List.of());
  private int reads;

  @BeforeEach
  void make() {
    gate.rules =
        new CallRules() {
          @Override
          public Optional<CallRule> of(long agent) {
            reads++;
            return Optional.ofNullable(rule);
          }
        };
    at(START);
  }

  @Test
  void API4_beyond_its_number_an_account_waits_for_the_next_minute() {
    assertThat(look(1, 7)).isEqualTo(Verdict.ADMITTED);
    assertThat(look(1, 7)).isEqualTo(Verdict.ADMITTED);
    var third = gate.look(caller(1, 7), "192.0.2.7");
    assertThat(third.verdict()).isEqualTo(Verdict.TOO_MANY);
    assertThat(third.retryAfter()).isEqualTo(45);
    at(START.plusSeconds(45));
    assertThat(look(1, 7)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void API4_one_account_takes_nothing_from_another_nor_from_its_namesake_of_another_town() {
    look(1, 7);
    look(1, 7);
    assertThat(look(1, 7)).isEqualTo(Verdict.TOO_MANY);
    assertThat(look(1, 8)).isEqualTo(Verdict.ADMITTED);
    assertThat(look(2, 7)).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void API4_an_account_calls_from_its_networks_alone() {
    rule = new CallRule(100, Network.all("192.0.2.0/24 2001:db8::/32"));
    assertThat(from("192.0.2.200")).isEqualTo(Verdict.ADMITTED);
    assertThat(from("2001:db8:0:0:0:0:0:1")).isEqualTo(Verdict.ADMITTED);
    assertThat(from("198.51.100.1")).isEqualTo(Verdict.ELSEWHERE);
    assertThat(from("what is this")).isEqualTo(Verdict.ELSEWHERE);
  }

  @Test
  void API4_a_flood_reads_the_rule_once_in_ten_seconds_and_a_change_holds_then() {
    for (int i = 0; i < 1000; i++) {
      look(1, 7);
    }
    assertThat(reads).isEqualTo(1);
    rule = new CallRule(5000, List.of());
    assertThat(look(1, 7)).isEqualTo(Verdict.TOO_MANY);
    at(START.plusSeconds(11));
    assertThat(look(1, 7)).isEqualTo(Verdict.ADMITTED);
    assertThat(reads).isEqualTo(2);
  }

  private Verdict look(int tenant, long agent) {
    return gate.look(caller(tenant, agent), "192.0.2.7").verdict();
  }

  private Verdict from(String address) {
    return gate.look(caller(1, 7), address).verdict();
  }

  private void at(Instant instant) {
    gate.clock = Clock.fixed(instant, ZoneOffset.UTC);
  }

  private static Reader caller(int tenant, long agent) {
    return new Reader(
        tenant, agent, "portail", "Portail", null, null, 1, Set.of(), Set.of(), Map.of(), Set.of());
  }
}
