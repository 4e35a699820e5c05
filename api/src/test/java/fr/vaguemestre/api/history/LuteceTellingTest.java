package fr.vaguemestre.api.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.history.Telling;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** API3: a notification as applications of LUTECE write it. */
class LuteceTellingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  @Test
  void API3_ids_are_numbers_or_text_and_each_way_is_one_message() {
    var telling =
        read(
            """
            {"date":1763719200000,"inconnu":{"x":1},
             "demand":{"id":12,"type_id":"108","subtype_id":"2","reference":"ABC","status_id":"11","max_step":3,"current_step":1,
                       "customer":{"id":"","customer_id":"c-1","connection_id":"x","email":"g.q@example.fr"}},
             "backoffice":{"message":"Reçu","status_text":"En cours"},
             "sms":{"phone_number":"0600000000","message":"Reçu","sender_name":"Mairie"},
             "broadcast_email":[{"subject":"A","message":"a","recipient":[{"address":"a@b.fr"}]},{"subject":"B"}]}""");
    assertThat(telling.at()).isEqualTo(Instant.ofEpochMilli(1763719200000L));
    assertThat(telling.demandId()).isEqualTo("12");
    assertThat(telling.typeId()).isEqualTo("108");
    assertThat(telling.statusId()).isEqualTo(11);
    assertThat(telling.maxStep()).isEqualTo(3);
    assertThat(telling.customer()).isEqualTo(new Telling.Customer("c-1", "x", "g.q@example.fr"));
    assertThat(telling.messages())
        .extracting(Telling.Message::channel)
        .containsExactlyInAnyOrder(
            Telling.Channel.BACKOFFICE, Telling.Channel.SMS, Telling.Channel.BROADCAST);
  }

  @Test
  void API3_what_is_missing_is_empty_and_the_date_is_now() {
    var telling = read("{\"date\":\"hier\",\"demand\":{\"status_id\":\"x\"},\"sms\":null}");
    assertThat(telling.at()).isEqualTo(NOW);
    assertThat(telling.demandId()).isEmpty();
    assertThat(telling.statusId()).isNull();
    assertThat(telling.customer().email()).isNull();
    assertThat(telling.messages()).isEmpty();
  }

  private static Telling read(String json) {
    return LuteceTelling.read(
        new LuteceBody(Json.createReader(new StringReader(json)).readObject()),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
