package fr.vaguemestre.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.search.IndexFailures.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a letter that cannot be indexed does to the others: nothing. */
class IndexBatchTest {
  private static final int TOWN = 1;
  private static final Set<String> CLERK = Set.of("u1");
  private static final List<Long> IDS = LongStream.rangeClosed(1, 9).boxed().toList();

  private final InMemorySearchIndex index = new InMemorySearchIndex();
  private final Map<Long, Failure> noted = new HashMap<>();
  private final IndexBatch batch = new IndexBatch();

  /** Told each letter about to be read, and how much of its texts. */
  private ObjIntConsumer<Long> reading = (id, text) -> {};

  private boolean measured = true;

  @BeforeEach
  void begin() {
    batch.index = index;
    batch.failures =
        new IndexFailures() {
          @Override
          public void note(int tenant, Collection<Long> letters, Map<Long, Failure> failures) {
            noted.keySet().removeAll(letters);
            noted.putAll(failures);
          }
        };
    batch.letters =
        new IndexedLetters() {
          @Override
          public List<List<Long>> portions(List<Long> ids) {
            if (!measured) {
              throw new IllegalStateException("poison");
            }
            return portions(ids, Map.of());
          }

          @Override
          public List<IndexedLetter> read(Collection<Long> ids, int text) {
            ids.forEach(id -> reading.accept(id, text));
            return ids.stream()
                .map(
                    id ->
                        IndexedLetter.of(id, CLERK)
                            .subject("courrier")
                            .text(text > 0 ? "texte" : "")
                            .build())
                .toList();
          }
        };
  }

  @Test
  void a_letter_whose_text_takes_all_memory_is_found_by_its_subject_and_the_others_by_all() {
    reading =
        (id, text) -> {
          if (id == 5 && text > 0) {
            throw new OutOfMemoryError();
          }
        };
    batch.put(TOWN, IDS, 9);
    assertThat(found("courrier")).isEqualTo(9);
    assertThat(found("texte")).isEqualTo(8);
    assertThat(noted).isEqualTo(Map.of(5L, new Failure(true, "java.lang.OutOfMemoryError")));

    reading = (id, text) -> {};
    batch.put(TOWN, List.of(5L), 10);
    assertThat(found("texte")).isEqualTo(9);
    assertThat(noted).isEmpty();
  }

  @Test
  void a_letter_that_cannot_be_indexed_at_all_is_parked_and_taken_out() {
    batch.put(TOWN, IDS, 9);
    reading = poison(Set.of(1L, 9L));
    batch.put(TOWN, IDS, 18);
    assertThat(index.carried(TOWN, IDS)).doesNotContainKeys(1L, 9L).hasSize(7);
    assertThat(noted)
        .containsOnlyKeys(1L, 9L)
        .containsValue(new Failure(false, "java.lang.IllegalStateException"));
  }

  @Test
  void where_no_letter_can_be_indexed_it_is_tried_again_before_they_are_parked() {
    reading = poison(Set.copyOf(IDS));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> batch.put(TOWN, IDS, 9)).isInstanceOf(IllegalStateException.class);
      assertThat(noted).isEmpty();
    }
    batch.put(TOWN, IDS, 9);
    assertThat(noted).containsOnlyKeys(IDS);
  }

  @Test
  void a_disk_that_fails_is_no_letters_fault() {
    reading =
        (id, text) -> {
          throw new UncheckedIOException(new IOException("disk full"));
        };
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> batch.put(TOWN, IDS, 9)).isInstanceOf(UncheckedIOException.class);
    }
    assertThat(noted).isEmpty();
  }

  @Test
  void a_database_out_of_reach_is_no_letters_fault() {
    reading =
        (id, text) -> {
          throw new IllegalStateException(new SQLException("gone", "08006"));
        };
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> batch.put(TOWN, List.of(1L), 9))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(noted).isEmpty();
  }

  @Test
  void a_letter_that_met_an_index_that_had_closed_keeps_its_text() {
    var closed = new AtomicBoolean(true);
    reading =
        (id, text) -> {
          if (closed.getAndSet(false)) {
            throw new IllegalStateException("this writer is closed");
          }
        };
    batch.put(TOWN, List.of(1L), 9);
    assertThat(found("texte")).isEqualTo(1);
    assertThat(noted).isEmpty();
  }

  @Test
  void letters_of_which_one_cannot_be_measured_are_taken_one_by_one() {
    assertThat(batch.first(TOWN, IDS)).isEqualTo(IDS);
    measured = false;
    assertThat(batch.first(TOWN, IDS)).containsExactly(1L);
  }

  @Test
  void letters_are_read_together_as_far_as_their_texts_allow() {
    var weights = Map.of(1L, 60_000_000L, 2L, 9_000_000L, 3L, 2_000_000L, 4L, 30_000_000L);
    assertThat(IndexedLetters.portions(List.of(1L, 2L, 3L, 4L, 5L, 6L), weights))
        .containsExactly(List.of(1L, 2L), List.of(3L, 4L, 5L, 6L));
    var five = IntStream.range(0, 500).mapToObj(Long::valueOf).toList();
    assertThat(IndexedLetters.portions(five, Map.of())).containsExactly(five);
  }

  private static ObjIntConsumer<Long> poison(Set<Long> letters) {
    return (id, text) -> {
      if (letters.contains(id)) {
        throw new IllegalStateException("poison");
      }
    };
  }

  private long found(String word) {
    return index.find(TOWN, CLERK, SearchWish.of(word)).total();
  }
}
