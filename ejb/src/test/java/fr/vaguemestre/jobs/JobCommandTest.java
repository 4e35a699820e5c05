package fr.vaguemestre.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobCommandTest {
  @Test
  void BAT1_the_account_is_the_only_option() {
    assertThat(JobCommand.options()).isEmpty();
    assertThat(JobCommand.options("--as", "ops@PONT")).isEqualTo(Map.of("as", "ops@PONT"));
    assertThat(JobCommand.options("--as=ops@PONT")).isEqualTo(Map.of("as", "ops@PONT"));
    assertThatThrownBy(() -> JobCommand.options("--password=x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void BAT1_a_job_is_told_in_a_line_and_its_failure_below() {
    assertThat(line("{\"name\":\"consistency\",\"last\":null}"))
        .isEqualTo("consistency : jamais lancé");
    assertThat(
            line(
                """
                {"name":"consistency","last":{"state":"FAILED","done":12,"total":40,"skipped":1,"found":2,"failure":"disk"}}
                """))
        .isEqualTo("consistency : FAILED, 12 / 40, 1 écartés, 2 trouvés\n  disk");
  }

  private static String line(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return JobCommand.line(reader.readObject());
    }
  }
}
