package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DEL1: the calculator, asked by programs. */
@Journey
class DelaysIT {
  private static final String COMPUTE = "/v1/delays/compute?";
  private static final Rest CALLER = Rest.as("courrier");

  @Test
  void example_2_and_17_are_answered_with_their_reason_and_their_article() {
    var two = dates("received=2026-11-14&regime=SVR&months=2&calendar=MAINLAND");
    assertThat(date(two, "aee")).isEqualTo("2026-11-16");
    assertThat(date(two, "are")).isEqualTo("2026-11-27");
    assertThat(date(two, "implicit")).isEqualTo("2027-01-14");
    assertThat(date(two, "appeal")).isEqualTo("2027-03-15");
    assertThat(two.getJsonObject("implicit").getString("explanation"))
        .contains("réputée rejetée le jeudi 14 janvier 2027");
    assertThat(two.getJsonObject("aee").getString("source")).isEqualTo("CRPA, art. R112-11-2");
    var asked =
        "received=2026-11-10&regime=SVR&months=2&piecesAskedOn=2026-11-20&piecesDeadlineDays=30";
    assertThat(date(dates(asked), "implicit")).isEqualTo("2027-02-09");
    assertThat(date(dates(asked + "&piecesReceivedOn=2026-12-08"), "implicit"))
        .isEqualTo("2027-01-28");
  }

  @Test
  void example_4_and_13_calendars_and_an_appeal_alone() {
    var noel = "received=2028-12-22&calendar=";
    assertThat(date(dates(noel + "MAINLAND"), "are")).isEqualTo("2029-01-09");
    var moselle = dates(noel + "ALSACE_MOSELLE");
    assertThat(date(moselle, "aee")).isEqualTo("2028-12-27");
    assertThat(date(moselle, "are")).isEqualTo("2029-01-10");
    assertThat(moselle.isNull("implicit")).isTrue();
    var friday = "received=2027-03-25&calendar=ALSACE_MOSELLE&goodFriday=";
    assertThat(date(dates(friday + "true"), "aee")).isEqualTo("2027-03-30");
    assertThat(date(dates(friday + "false"), "aee")).isEqualTo("2027-03-26");
    var notified = dates("notifiedOn=2027-03-05");
    assertThat(date(notified, "appeal")).isEqualTo("2027-05-07");
    assertThat(notified.isNull("aee")).isTrue();
    assertThat(date(dates("notifiedOn=2027-03-05&distance=OVERSEAS"), "appeal"))
        .isEqualTo("2027-06-07");
  }

  @Test
  void R_TZ_an_instant_is_a_day_of_the_town() {
    assertThat(date(dates("receivedAt=2026-11-19T23:30:00Z"), "aee")).isEqualTo("2026-11-23");
    assertThat(date(dates("receivedAt=2026-11-19T22:30:00Z"), "aee")).isEqualTo("2026-11-20");
    assertThat(date(dates("receivedAt=2026-11-20T00:30:00+01:00"), "aee")).isEqualTo("2026-11-23");
    var reunion = ATown.founded("delais." + UUID.randomUUID().toString().substring(0, 6));
    ATown.change(
        "update tenant set time_zone = 'Indian/Reunion' where id = %d".formatted(reunion.id()));
    var there =
        Rest.json(
            reunion.administrator().get("/v1/delays/compute?receivedAt=2026-11-18T20:30:00Z"));
    assertThat(date(there, "aee")).as("the 19th already").isEqualTo("2026-11-20");
  }

  @Test
  void DEL1_the_towns_own_calendar_is_the_usual_one() {
    var town = ATown.founded("delais." + UUID.randomUUID().toString().substring(0, 6));
    var caller = town.administrator();
    var wednesday = COMPUTE + "received=2026-12-23";
    assertThat(date(Rest.json(caller.get(wednesday)), "aee")).isEqualTo("2026-12-24");
    ATown.change(
        """
        insert into town_calendar values (%1$d, 'ALSACE_MOSELLE', true);
        insert into closing_day values (%1$d, '2020-12-24', 'Veille de Noël', true)
        """
            .formatted(town.id()));
    var closed = Rest.json(caller.get(wednesday));
    assertThat(date(closed, "aee")).as("a closing day puts nothing off").isEqualTo("2026-12-24");
    assertThat(date(closed, "are")).as("Christmas, the 26th, New Year").isEqualTo("2027-01-08");
    assertThat(closed.getJsonObject("are").getString("explanation"))
        .contains("Noël")
        .doesNotContain("Veille");
    assertThat(date(Rest.json(caller.get(wednesday + "&calendar=MAINLAND")), "aee"))
        .as("public holidays alone")
        .isEqualTo("2026-12-24");
    assertThat(date(Rest.json(caller.get(COMPUTE + "received=2027-03-25")), "aee"))
        .as("Good Friday, Easter Monday")
        .isEqualTo("2027-03-30");
    assertThat(date(Rest.json(CALLER.get(wednesday)), "aee"))
        .as("another town")
        .isEqualTo("2026-12-24");
  }

  @Test
  void DEL1_what_is_wrong_is_400_on_its_field_with_the_remedy() {
    refused("", "received", "delay.received-missing");
    refused("received=14/11/2026", "received", "field.not-date");
    refused("received=2026-02-30", "received", "field.not-date");
    refused("received=%2B999999999-12-31", "received", "delay.year-out-of-range");
    refused("receivedAt=2026-11-14T10:00:00", "receivedAt", "field.not-instant");
    refused("receivedAt=%2B999999999-12-31T23:59:59Z", "receivedAt", "field.not-instant");
    refused("receivedAt=0001-11-14T10:00:00Z", "receivedAt", "delay.year-out-of-range");
    refused(
        "received=2026-11-14&receivedAt=2026-11-14T10:00:00Z",
        "receivedAt",
        "delay.received-twice");
    refused("received=2026-11-14&regime=SVX", "regime", "field.not-one-of");
    refused("received=2026-11-14&months=2", "regime", "delay.regime-missing");
    refused("received=2026-11-14&regime=SVA&months=2&days=60", "days", "delay.months-or-days");
    refused("received=2026-11-14&regime=SVA&months=deux", "months", "field.not-number");
    refused("received=2026-11-14&regime=SVA&months=0", "months", "delay.out-of-range");
    refused("received=2026-11-14&regime=SVA&days=99999999999", "days", "field.not-number");
    refused("received=2026-11-14&calendar=MOSELLE", "calendar", "field.not-one-of");
    refused(
        "received=2026-11-14&calendar=REUNION&goodFriday=true",
        "goodFriday",
        "delay.good-friday-elsewhere");
    refused("received=2026-11-14&goodFriday=oui", "goodFriday", "field.not-flag");
    refused("received=2026-11-14&distance=LOIN", "distance", "field.not-one-of");
    refused("received=2026-11-14&notifiedOn=2026-11-13", "notifiedOn", "delay.before-receipt");
    refused(
        "received=2026-11-14&transferredOn=2026-11-13", "transferredOn", "delay.before-receipt");
    refused(
        "received=2026-11-14&regime=SVR&piecesAskedOn=2026-11-16",
        "piecesDeadlineDays",
        "delay.pieces-deadline-missing");
    refused(
        "received=2026-11-14&regime=SVA&piecesDeadlineDays=30",
        "piecesAskedOn",
        "delay.pieces-asked-missing");
    refused("received=2026-11-14&month=3", "month", "field.unknown");
    refused("received=2026-11-14&received=2026-11-15", "received", "field.given-twice");
    var both = Rest.json(CALLER.get(COMPUTE + "received=hier&months=x"));
    assertThat(both.getJsonArray("errors")).hasSize(2);
    assertThat(Rest.anonymous().get(COMPUTE + "received=2026-11-14").statusCode()).isEqualTo(401);
  }

  private static void refused(String query, String field, String code) {
    var answer = CALLER.get(COMPUTE + query);
    assertThat(answer.statusCode()).as(query + " " + answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    var error = Rest.json(answer).getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).as(query).isEqualTo(field);
    assertThat(error.getString("code")).as(query).isEqualTo(code);
    assertThat(error.getString("detail")).as(query).doesNotContain("{").hasSizeGreaterThan(20);
  }

  private static JsonObject dates(String query) {
    var answer = CALLER.get(COMPUTE + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Rest.json(answer);
  }

  private static String date(JsonObject answer, String name) {
    return answer.getJsonObject(name).getString("date");
  }
}
