package fr.vaguemestre.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.reply.MergeSource;
import fr.vaguemestre.reply.Merging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientMergeTest {
  private final List<String> failed = new ArrayList<>();

  @Test
  void REP4_a_disk_that_is_full_to_the_last_try_ends_the_recipient() {
    var merge = new RecipientMerge();
    merge.recipients =
        new Recipients() {
          @Override
          public Optional<Task> toMerge(long id) {
            return Optional.of(new Task(new MergeSource("a", "text/plain", Map.of()), Map.of()));
          }

          @Override
          public void failed(long id, String why) {
            failed.add(id + " " + why);
          }
        };
    merge.merging =
        new Merging() {
          @Override
          public byte[] letter(int tenant, String sha256, Map<String, Object> values) {
            return new byte[0];
          }
        };
    // What was to be read is not there: as when nothing could be written.
    merge.converter = (source, mediaType, folder) -> Path.of("/nowhere/made.pdf");
    for (int attempt = 1; attempt <= Outbox.ATTEMPTS; attempt++) {
      assertThat(failed).isEmpty();
      var work = new Work(1, 1, Kind.MERGE_RECIPIENT, 7, attempt);
      assertThatThrownBy(() -> merge.carryOut(work)).isInstanceOf(IOException.class);
    }
    assertThat(failed).containsExactly("7 mailing.not-made");
  }
}
