package fr.vaguemestre.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every content store keeps to. */
public abstract class ContentStoreContract {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  protected abstract ContentStore store();

  @Test
  void bytes_come_back_under_their_sha256() throws IOException {
    var content = store().put(1, bytes("bonjour"), 100);
    assertThat(content.size()).isEqualTo(7);
    assertThat(content.sha256())
        .isEqualTo("2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18");
    try (var back = store().open(1, content.sha256())) {
      assertThat(new String(back.readAllBytes(), UTF_8)).isEqualTo("bonjour");
    }
    assertThat(store().file(1, content.sha256())).hasContent("bonjour");
  }

  @Test
  void contents_are_listed_by_how_their_address_begins_each_town_its_own() throws IOException {
    var content = store().put(1, bytes("bonjour"), 100);
    store().put(1, bytes(""), 100);
    store().put(2, bytes(""), 100);
    assertThat(store().under(1, "2c")).extracting("sha256").containsExactly(content.sha256());
    assertThat(store().under(1, "2cb4b")).hasSize(1);
    assertThat(store().under(1, "2d")).isEmpty();
    assertThat(store().under(2, "2")).isEmpty();
    assertThat(store().under(3, "2")).isEmpty();
    assertThat(store().under(1, "")).hasSize(2).allMatch(kept -> kept.at() != null);
  }

  @Test
  void no_bytes_are_bytes_too() throws IOException {
    assertThat(store().put(1, bytes(""), 100)).isEqualTo(new ContentStore.Content(EMPTY, 0));
  }

  @Test
  void too_many_bytes_leave_nothing() {
    assertThatThrownBy(() -> store().put(1, bytes("bonjour"), 6))
        .isInstanceOf(ContentStore.TooLong.class);
    assertThat(store().has(1, "2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18"))
        .isFalse();
  }

  @Test
  void one_town_never_reads_anothers() throws IOException {
    var content = store().put(1, bytes("secret"), 100);
    assertThat(store().has(2, content.sha256())).isFalse();
    assertThatThrownBy(() -> store().open(2, content.sha256())).isInstanceOf(IOException.class);
  }

  @Test
  void an_address_is_never_a_path() {
    assertThatThrownBy(() -> store().open(1, "../../1/aa"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_removed_is_gone_and_removing_again_is_no_error() throws IOException {
    var content = store().put(1, bytes("à détruire"), 100);
    store().remove(1, content.sha256());
    store().remove(1, content.sha256());
    assertThat(store().has(1, content.sha256())).isFalse();
  }

  @Test
  void what_was_put_again_lately_is_not_removed() throws IOException {
    var content = store().put(1, bytes("à effacer"), 100);
    var young = Instant.now().minusSeconds(60);
    var old = Instant.now().plusSeconds(60);
    assertThat(store().removeUntouched(1, content.sha256(), young)).isFalse();
    assertThat(store().has(1, content.sha256())).isTrue();
    assertThat(store().removeUntouched(1, content.sha256(), old)).isTrue();
    assertThat(store().has(1, content.sha256())).isFalse();
    assertThat(store().removeUntouched(1, content.sha256(), old)).isTrue();
  }

  @Test
  void the_same_bytes_from_many_threads_are_kept_once() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      var all =
          IntStream.range(0, 64)
              .mapToObj(i -> pool.submit(() -> store().put(1, bytes("pareil"), 100)))
              .toList();
      for (var one : all) {
        assertThat(one.get().size()).isEqualTo(6);
      }
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
