package fr.vaguemestre.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CIR1: a circuit as a file comes back as it went, and whatever is wrong has its line. */
class CircuitFileTest {
  private static final String GOOD =
      new String(
          CircuitJson.written(IncomingCircuit.STATES, IncomingCircuit.TRANSITIONS),
          StandardCharsets.UTF_8);

  @Test
  void CIR1_what_is_exported_is_read_the_same() {
    var read = read(GOOD);
    assertThat(read.problems()).isEmpty();
    assertThat(read.states()).isEqualTo(IncomingCircuit.STATES);
    assertThat(read.ways()).isEqualTo(IncomingCircuit.TRANSITIONS);
  }

  @Test
  void CIR1_each_fault_is_told_with_its_line_and_its_field() {
    var lines = GOOD.split("\n");
    lines[3] = lines[3].replace("\"label\":\"Hors circuit\"", "\"label\":\"  \"");
    lines[4] = lines[4].replace("\"tone\":\"plain\"", "\"tone\":\"pink\"");
    lines[5] = lines[5].replace("\"initial\":false", "\"initial\":\"non\"");
    lines[6] = lines[6].replace("IN_APPROVAL", "TO_PROCESS");
    lines[11] = lines[11].replace("ENTER_CIRCUIT", "EXPLODE");
    lines[12] = lines[12].replace("\"who\"", "\"whom\"");
    lines[13] = lines[13].replace("\"conditions\":[]", "\"conditions\":[\"MAYBE\"]");
    var found =
        read(String.join("\n", lines)).problems().stream()
            .filter(p -> !p.key().equals("circuit.not-a-state"))
            .map(p -> p.line() + " " + p.field() + " " + p.key());
    assertThat(found)
        .containsExactly(
            "4 label circuit.field-missing",
            "5 tone circuit.field-unknown",
            "6 initial circuit.field-not-boolean",
            "7 code circuit.code-taken",
            "12 action circuit.field-unknown",
            "13 whom circuit.unknown-field",
            "13 who circuit.field-missing",
            "14 conditions circuit.field-unknown");
  }

  @Test
  void CIR1_a_transition_says_what_its_action_needs() {
    var found =
        read(GOOD.replace("\"TASKED\"", "\"HANDLER\"").replace("[\"REPLY_SIGNED\"]", "[]"))
            .problems();
    assertThat(found)
        .extracting(p -> p.field() + " " + p.key() + " " + p.arguments())
        .containsExactly(
            "who circuit.needs-who.TASKED [Répondre à la tâche]",
            "who circuit.needs-who.TASKED [Répondre à la tâche]",
            "conditions circuit.needs-condition.REPLY_SIGNED [Envoyer la réponse]",
            "who circuit.needs-who.TASKED [Répondre à la tâche]");
  }

  @Test
  void CIR1_a_transition_that_names_a_state_that_is_not_there_is_told() {
    var found = read(GOOD.replace("\"to\":\"TO_SEND\"", "\"to\":\"NOWHERE\"")).problems();
    assertThat(found)
        .isNotEmpty()
        .allMatch(p -> p.key().equals("circuit.not-a-state") && p.field().equals("to"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"format\":\"vaguemestre-circuit/2\"}",
        "{\"states\":[]}",
        "{\"format\":\"vaguemestre-circuit/1\",\"states\":[1]}",
        "{\"format\":\"vaguemestre-circuit/1\",\"states\":{}}",
        "{\"format\":\"vaguemestre-circuit/1\",\"script\":[]}",
        "{\"format\":\"vaguemestre-circuit/1\",\"states\":[{\"icon\":{\"a\":{\"b\":[]}}}]}"
      })
  void CIR1_what_is_no_circuit_is_refused_on_the_file(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.key()).isEqualTo("circuit.no-file");
              assertThat(r.field()).contains("file");
            });
  }

  @Test
  void CIR1_bytes_changed_at_random_are_read_or_refused_never_worse() {
    var random = new Random(25);
    for (int round = 0; round < 3_000; round++) {
      var bytes = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        CircuitFile.read(bytes);
      } catch (Refusal refused) {
        assertThat(refused.key()).isEqualTo("circuit.no-file");
      }
    }
  }

  private static CircuitFile read(String text) {
    return CircuitFile.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
