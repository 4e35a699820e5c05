package fr.vaguemestre.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIG2: what is sealed opens for whom it was sealed, and for nobody without the key. */
class KeyRingTest {
  private static final byte[] CLEAR = "une signature".getBytes(UTF_8);

  @TempDir Path folder;

  @Test
  void SIG2_the_first_key_is_made_once_and_readable_by_its_owner_alone() throws Exception {
    var first = KeyRing.of(file());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(KeyRing.of(file()).current()).isEqualTo(first.current());
    assertThat(KeyRing.of(file()).open(first.seal(CLEAR, "a"), "a")).isEqualTo(CLEAR);
    try (var left = Files.list(folder.resolve("secrets"))) {
      assertThat(left).containsExactly(file());
    }
  }

  @Test
  void SIG2_a_seal_opens_for_its_owner_only_and_not_when_altered() throws Exception {
    var ring = KeyRing.of(file());
    var sealed = ring.seal(CLEAR, "griffe/1/2");
    assertThat(new String(sealed.bytes(), UTF_8)).doesNotContain("signature");
    assertThat(ring.seal(CLEAR, "griffe/1/2").bytes()).isNotEqualTo(sealed.bytes());
    assertThatThrownBy(() -> ring.open(sealed, "griffe/1/3")).isInstanceOf(KeyRing.Shut.class);
    var altered = sealed.bytes().clone();
    altered[altered.length - 1] ^= 1;
    assertThatThrownBy(() -> ring.open(new KeyRing.Sealed(sealed.key(), altered), "griffe/1/2"))
        .isInstanceOf(KeyRing.Shut.class);
    assertThatThrownBy(() -> ring.open(new KeyRing.Sealed(sealed.key(), new byte[3]), "griffe/1/2"))
        .isInstanceOf(KeyRing.Shut.class);
  }

  @Test
  void SIG2_a_key_added_seals_from_then_on_and_the_old_one_still_opens() throws Exception {
    var sealed = KeyRing.of(file()).seal(CLEAR, "a");
    Files.writeString(
        file(), Base64.getEncoder().encodeToString(new byte[32]) + "\n", StandardOpenOption.APPEND);
    var ring = KeyRing.of(file());
    assertThat(ring.open(sealed, "a")).isEqualTo(CLEAR);
    assertThat(ring.current()).isNotEqualTo(sealed.key());
    assertThat(ring.seal(CLEAR, "a").key()).isEqualTo(ring.current());

    Files.writeString(file(), Base64.getEncoder().encodeToString(new byte[32]));
    assertThatThrownBy(() -> KeyRing.of(file()).open(sealed, "a"))
        .isInstanceOf(KeyRing.Shut.class)
        .hasMessageContaining(sealed.key());
  }

  @Test
  void SIG2_a_file_without_a_key_stops() throws Exception {
    KeyRing.of(file());
    for (var wrong : new String[] {"", "pas du Base64 !", "c2hvcnQ="}) {
      Files.writeString(file(), wrong);
      assertThatThrownBy(() -> KeyRing.of(file())).isInstanceOf(IOException.class);
    }
  }

  private Path file() {
    return folder.resolve("secrets/griffe-keys");
  }
}
