package fr.vaguemestre.api.maarch;

import fr.vaguemestre.maarch.MaarchLetter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What Maarch's clients read. Dates are the town's, as {@code 2026-11-20 17:18:47}. */
final class MaarchJson {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private MaarchJson() {}

  static JsonObject error(String words) {
    return Json.createObjectBuilder().add("errors", words).build();
  }

  static Response answer(JsonObjectBuilder body) {
    return Response.ok(body.build().toString(), MediaType.APPLICATION_JSON_TYPE).build();
  }

  static Response answer(JsonArrayBuilder body) {
    return Response.ok(body.build().toString(), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** A letter, whole. */
  static JsonObjectBuilder letter(MaarchLetter letter, ZoneId zone) {
    var json = line(letter, zone);
    var senders = Json.createArrayBuilder();
    if (letter.sender() != null) {
      senders.add(
          Json.createObjectBuilder()
              .add("type", "contact")
              .add("id", letter.sender())
              .add("label", text(letter.senderName())));
    }
    return json.add("senders", senders)
        .add("recipients", JsonValue.EMPTY_JSON_ARRAY)
        .add("folders", JsonValue.EMPTY_JSON_ARRAY)
        .add("tags", JsonValue.EMPTY_JSON_ARRAY)
        .add("customFields", object(letter.customFields()))
        .add("externalId", external(letter));
  }

  /** A letter in a list. */
  static JsonObjectBuilder line(MaarchLetter letter, ZoneId zone) {
    return Json.createObjectBuilder()
        .add("resId", letter.id())
        .add("modelId", 1)
        .add("categoryId", letter.category().toLowerCase(Locale.ROOT))
        .add("chrono", text(letter.chrono()))
        .add("status", letter.status())
        .add("statusLabel", letter.statusLabel())
        .add("subject", letter.subject())
        .add("doctype", letter.type())
        .add("doctypeLabel", letter.typeLabel())
        .add("priority", letter.priority())
        .add("priorityLabel", letter.priorityLabel())
        .add("priorityColor", text(letter.priorityColour()))
        .add("destination", letter.unit())
        .add("destinationLabel", letter.unitLabel())
        .add("confidentiality", letter.confidential())
        .add("creationDate", moment(letter.registeredAt(), zone))
        .add("documentDate", day(letter.documentDate()))
        .add("arrivalDate", day(letter.arrivalDate()))
        .add("processLimitDate", day(letter.deadline()))
        .add("closingDate", moment(letter.closedAt(), zone));
  }

  /** A letter under the column names of {@code /res/list}. */
  static JsonObject row(MaarchLetter letter, ZoneId zone) {
    return Json.createObjectBuilder()
        .add("res_id", letter.id())
        .add("alt_identifier", text(letter.chrono()))
        .add("status", letter.status())
        .add("subject", letter.subject())
        .add("type_id", letter.type())
        .add("type_label", letter.typeLabel())
        .add("destination", letter.unitCode())
        .add("priority", letter.priority())
        .add("category_id", letter.category().toLowerCase(Locale.ROOT))
        .add("creation_date", moment(letter.registeredAt(), zone))
        .add("admission_date", day(letter.arrivalDate()))
        .add("doc_date", day(letter.documentDate()))
        .add("process_limit_date", day(letter.deadline()))
        .add("closing_date", moment(letter.closedAt(), zone))
        .add("external_id", external(letter))
        .build();
  }

  static JsonValue moment(Instant at, ZoneId zone) {
    return at == null ? JsonValue.NULL : Json.createValue(MOMENT.format(at.atZone(zone)));
  }

  static JsonValue text(String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }

  private static JsonValue day(LocalDate day) {
    return day == null ? JsonValue.NULL : Json.createValue(day + " 00:00:00");
  }

  private static JsonObject external(MaarchLetter letter) {
    return letter.externalId() == null
        ? JsonValue.EMPTY_JSON_OBJECT
        : Json.createObjectBuilder()
            .add(
                letter.externalName() == null ? "externalId" : letter.externalName(),
                letter.externalId())
            .build();
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
