package fr.vaguemestre.api.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

  @Test
  void every_wrong_field_is_named_by_its_path() throws IOException {
    var fields =
        read("{\"subject\":3,\"due\":\"2026-02-30\",\"sender\":{\"email\":[]},\"steps\":[{}]}");
    fields.text("subject");
    fields.date("due");
    fields.object("sender").orElseThrow().text("email");
    fields.objects("steps").getFirst().requiredText("agent");
    assertThatThrownBy(fields::check)
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field, FieldError::code)
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("subject", "field.not-text"),
                        org.assertj.core.groups.Tuple.tuple("due", "field.not-date"),
                        org.assertj.core.groups.Tuple.tuple("sender.email", "field.not-text"),
                        org.assertj.core.groups.Tuple.tuple("steps[0].agent", "field.required")));
  }

  @Test
  void null_and_absent_are_one_and_unknown_keys_are_ignored() throws IOException {
    var fields = read("{\"subject\":null,\"other\":{\"a\":[1]}}");
    assertThat(fields.text("subject")).isNull();
    assertThat(fields.texts("copies")).isEqualTo(List.of());
    assertThat(fields.flag("confidential")).isFalse();
    fields.check();
  }

  @Test
  void a_bracket_inside_a_text_is_no_level() throws IOException {
    assertThat(read("{\"a\":\"" + "[{".repeat(100) + "\\\"[\"}").text("a")).hasSize(202);
  }

  @Test
  void too_deep_is_refused_before_it_is_parsed() {
    var deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThatThrownBy(() -> read(deep))
        .isInstanceOfSatisfying(RequestRefused.class, e -> assertThat(e.status()).isEqualTo(413));
  }

  @Test
  void a_number_that_no_column_holds_is_named_and_never_another_number() throws IOException {
    for (var number : List.of("18446744073709551618", "1E400000000", "1.5")) {
      var fields = read("{\"months\":" + number + "}");
      assertThat(fields.number("months")).as(number).isNull();
      assertThatThrownBy(fields::check).isInstanceOf(InvalidFields.class);
    }
    assertThatThrownBy(() -> read("{\"months\":" + "9".repeat(1_200) + "}"))
        .isInstanceOfSatisfying(RequestRefused.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  @Test
  void a_name_twice_in_one_object_is_refused_and_no_value_is_lost_unseen() throws IOException {
    for (var twice : List.of("{\"a\":1,\"a\":2}", "{\"b\":[{\"a\":1,\"\\u0061\":2}]}")) {
      assertThatThrownBy(() -> read(twice))
          .isInstanceOfSatisfying(
              RequestRefused.class,
              e -> assertThat(e.code()).isEqualTo("request.json-duplicate-key"));
    }
    assertThat(read("{\"a\":{\"a\":\"x\"}}").object("a").orElseThrow().text("a")).isEqualTo("x");
  }

  private static Fields read(String json) throws IOException {
    return FieldsReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
