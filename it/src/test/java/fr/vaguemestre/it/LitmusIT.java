package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** REP2: litmus, the test of WebDAV servers, in the folder of a reply, beside the draft. */
@Journey
class LitmusIT {
  @Test
  void REP2_litmus_finds_nothing_wrong(@TempDir Path folder) throws Exception {
    if (!present()) {
      abort("litmus is missing, WebDAV is NOT checked: apt-get install litmus");
    }
    var reply = AReply.drafted("Le dossier que litmus éprouve");
    var word = Dav.opened("assistante", reply.id());
    var before = word.bytes();
    var said = run(folder, word.beside("").address());
    for (var suite : new String[] {"basic", "copymove", "props", "locks", "http"}) {
      assertThat(said).containsPattern("summary for `" + suite + "': .* 0 failed. 100.0%");
    }
    assertThat(said).doesNotContain("FAIL", "WARNING", "SKIPPED");
    assertThat(word.bytes()).as("the draft beside it").isEqualTo(before);
    assertThat(reply.last().getInt("number")).isEqualTo(1);
  }

  private static String run(Path folder, String address) throws Exception {
    var out = folder.resolve("litmus.txt");
    var process =
        new ProcessBuilder("litmus", "-k", address)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readString(out);
  }

  private static boolean present() throws IOException {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(Path::of)
        .anyMatch(path -> Files.isExecutable(path.resolve("litmus")));
  }
}
