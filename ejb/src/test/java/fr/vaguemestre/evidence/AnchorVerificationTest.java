package fr.vaguemestre.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.journal.JournalChain;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CIR8: an anchor kept elsewhere shows a journal that was written again. */
class AnchorVerificationTest {
  private static final String HASH = "a".repeat(64);
  private static final SigningKey KEY = SigningKey.made();
  private static final Anchor ANCHOR =
      new Anchor(LocalDate.of(2026, 11, 21), 42, HASH, Instant.parse("2026-11-20T23:30:00Z"));
  private static final byte[] JSON = ANCHOR.json("PONT");
  private static final String JWS = Jws.sign(JSON, KEY);

  @Test
  void CIR8_a_journal_that_still_goes_by_it_holds() {
    assertThat(fault(JSON, Optional.of(KEY), Optional.of(HASH))).isEmpty();
    assertThat(Anchor.File.read(JSON)).isEqualTo(new Anchor.File("PONT", ANCHOR));
  }

  @Test
  void CIR8_another_seal_or_none_is_named() {
    assertThat(fault(JSON, Optional.of(KEY), Optional.of("b".repeat(64))))
        .hasValueSatisfying(text -> assertThat(text).contains("42"));
    assertThat(fault(JSON, Optional.of(KEY), Optional.empty()))
        .hasValueSatisfying(text -> assertThat(text).contains("n’est plus dans le journal"));
  }

  @Test
  void CIR8_a_changed_file_another_key_or_no_key_at_all_is_no_anchor_of_the_town() {
    var changed =
        new String(JSON, StandardCharsets.UTF_8)
            .replace("42", "41")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(fault(changed, Optional.of(KEY), Optional.of(HASH))).isPresent();
    assertThat(fault(JSON, Optional.of(SigningKey.made()), Optional.of(HASH))).isPresent();
    assertThat(fault(JSON, Optional.empty(), Optional.of(HASH))).isPresent();
  }

  @Test
  void CIR8_the_anchor_of_an_empty_journal_holds_for_ever() {
    var empty = new Anchor(ANCHOR.day(), 0, JournalChain.START, ANCHOR.at()).json("PONT");
    assertThat(
            AnchorVerification.fault(
                empty, Jws.sign(empty, KEY), Optional.of(KEY), number -> Optional.empty()))
        .isEmpty();
  }

  @Test
  void CIR8_what_is_no_anchor_is_said_to_be_none() {
    assertThatThrownBy(() -> Anchor.File.read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Anchor.File.read("nothing".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<String> fault(
      byte[] json, Optional<SigningKey> key, Optional<String> hash) {
    return AnchorVerification.fault(json, JWS, key, number -> hash);
  }
}
