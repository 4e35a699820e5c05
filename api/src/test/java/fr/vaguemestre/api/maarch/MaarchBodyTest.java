package fr.vaguemestre.api.maarch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** API3: bodies as real clients of Maarch write them. */
class MaarchBodyTest {
  @Test
  void API3_numbers_may_be_text_and_nothing_has_many_faces() {
    var body =
        body(
            "{\"modelId\":\"1\",\"doctype\":102,\"chrono\":\"\",\"senders\":{},\"documentDate\":null,\"x\":{},\"flag\":\"true\"}");
    assertThat(body.number("modelId")).isEqualTo(1);
    assertThat(body.text("doctype")).isEqualTo("102");
    assertThat(body.text("chrono")).isNull();
    assertThat(body.objects("senders")).isEmpty();
    assertThat(body.day("documentDate")).isNull();
    assertThat(body.text("x")).isNull();
    assertThat(body.number("absent")).isNull();
    assertThat(body.flag("flag")).isTrue();
  }

  @Test
  void API3_dates_are_read_with_their_time_and_under_their_wrong_name() {
    var body =
        body(
            "{\"documentDate\":\"2026-11-20 17:18:47\",\"arrivaldate\":\"20-11-2026\",\"limit\":\"demain\"}");
    assertThat(body.day("documentDate")).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(body.day("arrivalDate", "arrivaldate")).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThatThrownBy(() -> body.day("limit")).hasMessage("Body limit is not a date");
  }

  @Test
  void API3_a_list_has_an_end() {
    var body = body("{\"resId\":[" + "1,".repeat(500) + "1]}");
    assertThatThrownBy(() -> body.texts("resId")).hasMessage("Body resId has more than 500 items");
  }

  private static MaarchBody body(String json) {
    return new MaarchBody(Json.createReader(new StringReader(json)).readObject());
  }
}
