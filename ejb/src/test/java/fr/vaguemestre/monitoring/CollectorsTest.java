package fr.vaguemestre.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ASVS 4.0.3, V4.1.5: closed unless opened. */
class CollectorsTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Test
  void nobody_reads_when_nothing_is_set() {
    var closed = new Collectors("", "");
    assertThat(closed.mayRead(null, "127.0.0.1")).isFalse();
    assertThat(closed.mayRead("Bearer ", "127.0.0.1")).isFalse();
  }

  @Test
  void the_token_opens_from_anywhere() {
    var collectors = new Collectors(TOKEN, "");
    assertThat(collectors.mayRead("Bearer " + TOKEN, "203.0.113.9")).isTrue();
    assertThat(collectors.mayRead("Bearer " + TOKEN + "0", "203.0.113.9")).isFalse();
    assertThat(collectors.mayRead("Basic " + TOKEN, "203.0.113.9")).isFalse();
    assertThat(collectors.mayRead(null, "203.0.113.9")).isFalse();
  }

  @Test
  void a_short_token_opens_nothing() {
    assertThat(new Collectors("short", "").mayRead("Bearer short", "127.0.0.1")).isFalse();
  }

  @Test
  void a_network_opens_for_its_own_addresses_alone() {
    var collectors = new Collectors("", "10.0.3.0/24, ::1");
    assertThat(collectors.mayRead(null, "10.0.3.17")).isTrue();
    assertThat(collectors.mayRead(null, "::1")).isTrue();
    assertThat(collectors.mayRead(null, "10.0.4.1")).isFalse();
    assertThat(collectors.mayRead(null, "not an address")).isFalse();
  }
}
