package fr.vaguemestre.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningsTest {
  @Test
  void they_are_all_there_in_their_order() {
    assertThat(Beginnings.all(1)).hasSize(16).startsWith("0").endsWith("f").isSorted();
    assertThat(Beginnings.all(3)).hasSize(4096).startsWith("000").endsWith("fff").isSorted();
  }

  @Test
  void what_follows_a_key_is_read_page_after_page_to_the_end() {
    var all = Beginnings.all(1);
    assertThat(Beginnings.after(all, null, 3)).containsExactly("0", "1", "2");
    assertThat(Beginnings.after(all, "d", 3)).containsExactly("e", "f");
    assertThat(Beginnings.after(all, "f", 3)).isEmpty();
  }
}
