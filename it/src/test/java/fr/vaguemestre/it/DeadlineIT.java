package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** DEL1, QUA3: the deadline of a letter, computed or set by hand with its reason. */
@Journey
class DeadlineIT {
  private static final Rest MAIL_OFFICE = Rest.as("courrier");

  /** Of a letter's town, the letter's own last. */
  private static final String PRIORITIES =
      """
      select p.code from correspondence c join priority p on p.tenant_id = c.tenant_id
       where c.id = %s order by p.id = c.priority_id, p.position
      """;

  @Test
  void QUA3_a_type_in_working_days_counts_on_the_calendar_of_its_town() {
    var town = ATown.founded("delais." + UUID.randomUUID().toString().substring(0, 6));
    var caller = town.administrator();
    ATown.change(
        """
        update priority set days = 60 where tenant_id = %1$d;
        update document_type set process_delay_days = 5 where tenant_id = %1$d
        """
            .formatted(town.id()));
    var arrival = "\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"arrivalDate\":\"2025-05-05\"";
    assertThat(registered(caller, arrival).getString("deadline")).isEqualTo("2025-05-10");
    ATown.change(
        """
        update document_type set process_delay_worked = true where tenant_id = %1$d;
        insert into closing_day values (%1$d, '2025-05-09', 'Pont', false)
        """
            .formatted(town.id()));
    assertThat(registered(caller, arrival).getString("deadline"))
        .as("neither 8 May, nor the 9th, nor the week-end")
        .isEqualTo("2025-05-14");
    ATown.change("delete from closing_day where tenant_id = " + town.id());
    assertThat(registered(caller, arrival).getString("deadline")).isEqualTo("2025-05-13");
  }

  @Test
  void QUA3_what_arrived_under_earlier_rules_keeps_them() {
    var town = ATown.founded("delais." + UUID.randomUUID().toString().substring(0, 6));
    ATown.change(
        """
        update priority set days = 60 where tenant_id = %1$d;
        update document_type set process_delay_days = 5 where tenant_id = %1$d;
        insert into document_type_past
          select tenant_id, id, '2025-03-01', 10, false, 'NONE', null from document_type where tenant_id = %1$d;
        insert into document_type_past
          select tenant_id, id, '2025-02-01', 20, false, 'NONE', null from document_type where tenant_id = %1$d
        """
            .formatted(town.id()));
    var arrival = "\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"arrivalDate\":\"2025-%s\"";
    var deadlines =
        Stream.of("01-31", "02-01", "02-28", "03-01")
            .map(day -> registered(town.administrator(), arrival.formatted(day)))
            .map(receipt -> receipt.getString("deadline"));
    assertThat(deadlines).containsExactly("2025-02-20", "2025-02-11", "2025-03-10", "2025-03-06");
  }

  @Test
  void DEL1_another_deadline_needs_its_reason_and_the_history_keeps_it() {
    var letter = letter(registered(MAIL_OFFICE, waiting("")));
    var computed = Rest.json(MAIL_OFFICE.get(letter)).getString("deadline");
    var refused = qualify(letter, "{\"deadline\":\"2031-03-03\"}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    var error = Rest.json(refused).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("deadlineReason");
    assertThat(Rest.json(MAIL_OFFICE.get(letter)).getString("deadline")).isEqualTo(computed);

    var set =
        qualify(letter, "{\"deadline\":\"2031-03-03\",\"deadlineReason\":\"Accord du maire\"}");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(Rest.json(set).getString("deadline")).isEqualTo("2031-03-03");
    assertThat(MAIL_OFFICE.get(letter + "/history").body())
        .contains("SET_DEADLINE", "Accord du maire", "deadline=2031-03-03", "computed=" + computed);
    assertThat(reason(letter)).isEqualTo("Accord du maire");

    var again = qualify(letter, "{\"subject\":\"Le même, mieux dit\"}");
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(Rest.json(again).getString("deadline")).isEqualTo("2031-03-03");
    assertThat(reason(letter)).as("kept with its deadline").isEqualTo("Accord du maire");
    assertThat(MAIL_OFFICE.get(letter + "/history").body().split("SET_DEADLINE", -1)).hasSize(2);

    for (var code :
        ATown.texts(PRIORITIES.formatted(letter.substring(letter.lastIndexOf('/') + 1)))) {
      var other = qualify(letter, "{\"priority\":\"%s\"}".formatted(code));
      assertThat(Rest.json(other).getString("deadline")).as(code).isEqualTo("2031-03-03");
      assertThat(reason(letter)).as(code).isEqualTo("Accord du maire");
    }

    var back = qualify(letter, "{\"deadline\":\"%s\"}".formatted(computed));
    assertThat(back.statusCode()).as("the computed one needs no reason").isEqualTo(200);
    assertThat(reason(letter)).isNull();
  }

  @Test
  void DEL1_a_program_that_gives_a_deadline_without_a_reason_is_told_of_in_the_history() {
    var letter = letter(registered(MAIL_OFFICE, waiting(",\"deadline\":\"2031-03-03\"")));
    assertThat(MAIL_OFFICE.get(letter + "/history").body())
        .contains("SET_DEADLINE", "Donnée par l’application");
    var reasoned =
        letter(
            registered(
                MAIL_OFFICE,
                waiting(",\"deadline\":\"2031-03-03\",\"deadlineReason\":\"Marché public\"")));
    assertThat(reason(reasoned)).isEqualTo("Marché public");
  }

  /** Kept by the mail office, to be qualified. */
  private static String waiting(String more) {
    return "\"type\":\"%s\",\"toQualify\":true".formatted(ReservationIT.firstType()) + more;
  }

  private static JsonObject registered(Rest caller, String metadata) {
    var answer =
        caller.post(
            "/v1/correspondence",
            List.of(
                Part.json("metadata", "{\"subject\":\"Une échéance\"," + metadata + "}"),
                Part.file(
                    "file", "l.txt", "text/plain", "Bonjour".getBytes(StandardCharsets.UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer);
  }

  private static String letter(JsonObject receipt) {
    return "/v1/correspondence/" + receipt.getJsonNumber("id").longValue();
  }

  private static HttpResponse<String> qualify(String letter, String body) {
    var seen = MAIL_OFFICE.get(letter).headers().firstValue("ETag").orElseThrow();
    return MAIL_OFFICE.post(letter + "/actions/qualify", body, "If-Match", seen);
  }

  private static String reason(String letter) {
    return ATown.texts(
            "select deadline_reason from correspondence where id = "
                + letter.substring(letter.lastIndexOf('/') + 1))
        .getFirst();
  }
}
