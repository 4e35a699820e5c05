package fr.vaguemestre.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** REP1, SIG1: which version of a reply can be sent for validation. */
class ReplyReadyTest {
  private final ReplyVersion version =
      new ReplyVersion(
          null, 1, 7, Instant.EPOCH, new DraftFile("reponse.odt", "application/odt", "aa", 1));
  private final ReplyReady ready = new ReplyReady();

  ReplyReadyTest() {
    ready.drafts =
        new Drafts() {
          @Override
          public Optional<ReplyVersion> last(long letter) {
            return Optional.of(version);
          }
        };
  }

  @Test
  void SIG1_what_is_signed_is_not_sent_for_validation_again() {
    assertThat(ready.holds(1)).as("not converted").isFalse();
    version.converted("bb", "Bonjour");
    assertThat(ready.holds(1)).isTrue();
    version.sign("bb", "cc");
    assertThat(ready.holds(1)).as("signed, then taken back").isFalse();
  }
}
