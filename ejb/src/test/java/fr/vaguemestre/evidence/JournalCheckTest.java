package fr.vaguemestre.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.journal.JournalChain;
import fr.vaguemestre.journal.JournalEntry;
import fr.vaguemestre.journal.SealedEntry;
import fr.vaguemestre.tenant.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIR8: a journal taken out proves itself, and nothing of it can be changed unseen. */
class JournalCheckTest {
  private static final Instant AT = Instant.parse("2026-11-12T09:14:03.120001Z");
  private static final Tenant TOWN =
      new Tenant(
          7,
          "PONT",
          "Pont",
          null,
          ZoneId.of("Europe/Paris"),
          null,
          null,
          null,
          true,
          true,
          false,
          false);
  private static final String ODD = "=HYPERLINK(\"http://x\") <script>alert(1)</script> «é»";

  private static final JournalEntry FIRST =
      new JournalEntry(20, AT, 3, null, 42L, "REGISTER", null, "NEW", "channel=WEB");
  private static final JournalEntry SECOND =
      new JournalEntry(25, AT.plusSeconds(60), 4, 3L, 42L, "REFUSE", "NEW", "NEW", "");
  private static final String ONE = JournalChain.next(JournalChain.START, 7, 1, FIRST);

  /** Between the two, an entry of another letter. */
  private static final String TWO = JournalChain.next(ONE, 7, 2, SECOND);

  private static final String THREE = JournalChain.next(TWO, 7, 3, SECOND);
  private static final Map<Long, String> SEALS = Map.of(1L, ONE, 2L, TWO, 3L, THREE);

  private static final byte[] JSON =
      JournalFile.json(
          new Export(
              TOWN,
              42,
              "PONT2026A/42",
              ODD,
              4,
              "Ada Premier",
              AT.plusSeconds(99),
              List.of(
                  new SealedEntry(FIRST, 1L, JournalChain.START, ONE, AT, "Bo Dix", null, null),
                  new SealedEntry(SECOND, 3L, TWO, THREE, AT, "Ada Premier", "Bo Dix", ODD),
                  new SealedEntry(SECOND, null, null, null, null, "Ada Premier", null, null))));

  @Test
  void CIR8_what_was_taken_out_holds_against_the_seals_of_the_town() {
    var check = JournalCheck.of(JSON);
    assertThat(check.faults(SEALS_OF_THE_TOWN)).isEmpty();
    assertThat(check.town()).isEqualTo("PONT");
    assertThat(check.entries()).isEqualTo(3);
    assertThat(check.unsealed()).isEqualTo(1);
  }

  @Test
  void CIR8_a_field_changed_is_seen_even_without_the_signature() {
    for (var change :
        List.of(
            List.of("\"REFUSE\"", "\"APPROVE\""),
            List.of("channel=WEB", "channel=MAIL"),
            List.of("\"forAgent\": 3", "\"forAgent\": 5"),
            List.of("\"at\": \"2026-11-12T09:14:03", "\"at\": \"2026-11-12T09:14:04"),
            List.of("\"before\": null", "\"before\": \"OTHER\""))) {
      var changed = text().replaceFirst(Pattern.quote(change.get(0)), change.get(1));
      assertThat(changed).isNotEqualTo(text());
      assertThat(JournalCheck.of(changed.getBytes(UTF_8)).faults(SEALS_OF_THE_TOWN))
          .as(change.toString())
          .isNotEmpty();
    }
  }

  @Test
  void CIR8_an_entry_made_up_whole_is_not_one_of_the_town_s_seals() {
    assertThat(JournalCheck.of(JSON).faults(number -> Optional.of(ONE)))
        .singleElement()
        .asString()
        .contains("entrée 3");
    assertThat(JournalCheck.of(JSON).faults(number -> Optional.empty())).hasSize(2);
  }

  @Test
  void CIR8_what_is_no_exported_journal_is_refused() {
    for (var other : List.of("", "[]", "{}", "{\"format\":\"x\"}", "PK")) {
      assertThatThrownBy(() -> JournalCheck.of(other.getBytes(UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void CIR8_the_signature_is_of_these_bytes_by_this_key() {
    var key = SigningKey.made();
    var jws = Jws.sign(JSON, key);
    assertThat(Jws.holds(jws + "\n", JSON, key)).isTrue();
    var again = SigningKey.of(key.signing().getEncoded(), key.checking().getEncoded());
    assertThat(Jws.sign(JSON, again)).isEqualTo(jws);
    assertThat(again.id()).isEqualTo(key.id());

    assertThat(Jws.holds(jws, text().replace("Bo Dix", "Bo Onze").getBytes(UTF_8), key)).isFalse();
    assertThat(Jws.holds(jws, JSON, SigningKey.made())).isFalse();
    for (var odd :
        List.of("", "..", "x.y.z", jws.replace("..", "."), "e30.." + jws.split("\\.")[2])) {
      assertThat(Jws.holds(odd, JSON, key)).as(odd).isFalse();
    }
  }

  @Test
  void CIR8_the_recipe_that_goes_with_it_is_followed_by_openssl(@TempDir Path folder)
      throws Exception {
    var key = SigningKey.made();
    Files.write(folder.resolve("journal.json"), JSON);
    Files.writeString(folder.resolve("journal.json.jws"), Jws.sign(JSON, key) + "\n");
    Files.writeString(folder.resolve("cle-publique.pem"), key.pem());
    assertThat(recipe(folder)).isZero();
    Files.writeString(folder.resolve("journal.json"), text().replace("Bo Dix", "Bo Onze"));
    assertThat(recipe(folder)).isNotZero();
  }

  private static final JournalCheck.Seals SEALS_OF_THE_TOWN =
      number -> Optional.ofNullable(SEALS.get(number));

  private static int recipe(Path folder) throws Exception {
    String readme;
    try (var in = JournalCheckTest.class.getResourceAsStream("/templates/journal-evidence.txt")) {
      readme = new String(in.readAllBytes(), UTF_8);
    }
    var commands =
        readme
            .lines()
            .filter(line -> line.startsWith("  ") && !line.contains("./vaguemestre"))
            .collect(Collectors.joining("\n"));
    assertThat(commands).contains("openssl pkeyutl");
    var process =
        new ProcessBuilder("bash", "-c", "set -e\n" + commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static String text() {
    return new String(JSON, UTF_8);
  }
}
