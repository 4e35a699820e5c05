package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** API4: the calls of the partners' chapters, copied and pasted, are answered. */
@Journey
class PartnerExamplesIT {
  private static final Path CHAPTERS =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
          .resolve("docs/integrators");
  private static final Pattern EXAMPLE = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  /** Every call shows what it got and fails when it is refused. */
  private static final String HONEST =
      "set -eo pipefail\ncurl() { command curl -fsS --max-time 60 \"$@\" && echo; }\n";

  @Test
  void API4_the_examples_for_publik_work() throws Exception {
    var said = run("publik.md");
    assertThat(said).contains("\"slug\":\"scol\"", "\"tracking_code\"", "\"varname\":\"nom\"");
  }

  @Test
  void API4_the_examples_for_maarch_work() throws Exception {
    var said = run("maarch.md");
    assertThat(said).contains("\"subject\":\"Banc cassé\"", "\"noteId\"", "\"encodedDocument\"");
  }

  @Test
  void API4_the_examples_for_lutece_work() throws Exception {
    var said = run("lutece.md");
    assertThat(said).contains("\"acknowledge\"", "En cours d’étude", "\"number_deleted\":1");
  }

  private static String run(String chapter) throws IOException, InterruptedException {
    var examples =
        EXAMPLE
            .matcher(Files.readString(CHAPTERS.resolve(chapter)))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining("\n"))
            .replace("http://localhost:8080", RunningServer.baseUrl().toString());
    assertThat(examples).as(chapter).contains("curl");
    var shell = new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
    try (var in = shell.outputWriter(UTF_8)) {
      in.write(HONEST + examples);
    }
    var said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(said).isZero();
    return said;
  }
}
