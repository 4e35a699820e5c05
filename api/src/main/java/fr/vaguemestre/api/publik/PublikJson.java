package fr.vaguemestre.api.publik;

import fr.vaguemestre.publik.PublikForm;
import fr.vaguemestre.qualification.DocumentTypeLine;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What Publik reads: its envelope, form definitions, forms. */
final class PublikJson {
  private PublikJson() {}

  static Response data(JsonArrayBuilder data) {
    return answer(Json.createObjectBuilder().add("err", 0).add("data", data));
  }

  static Response done() {
    return answer(Json.createObjectBuilder().add("err", 0));
  }

  static Response answer(JsonObjectBuilder body) {
    return Response.ok(body.build().toString(), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** A document type's name in an address: its code in small letters. */
  static String slug(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  /** A label's name in an address. */
  static String slugOf(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** A form that can be submitted, that is a document type; its category is the type's domain. */
  static JsonObjectBuilder formdef(URI base, DocumentTypeLine type, Long count) {
    var slug = slug(type.code());
    var formdef =
        Json.createObjectBuilder()
            .add("title", type.label())
            .add("slug", slug)
            .add("url", base + "publik/api/formdefs/" + slug + "/schema")
            .add("description", type.family())
            .add("keywords", Json.createArrayBuilder())
            .add("authentication_required", false)
            .add("always_advertise", false)
            .add("redirection", false)
            .add("category", type.domain())
            .add("category_slug", slugOf(type.domain()))
            .add("functions", JsonValue.EMPTY_JSON_OBJECT);
    return count == null ? formdef : formdef.add("count", count);
  }

  /** A form and how it stands; {@code full} with its answers and whoever asks. */
  static JsonObjectBuilder form(URI base, PublikForm form, boolean full) {
    var status = status(form);
    var slug = slug(form.type());
    var json =
        Json.createObjectBuilder()
            .add("id", slug + "/" + form.id())
            .add("internal_id", String.valueOf(form.id()))
            .add("display_id", form.chrono())
            .add("display_name", form.typeLabel() + " #" + form.chrono())
            .add("name", form.typeLabel())
            .add("title", form.subject())
            .add("text", form.subject())
            .add("url", address(base, form))
            .add("api_url", address(base, form))
            .add("backoffice_url", backoffice(base, form))
            .add("datetime", at(form.receivedAt()))
            .add("receipt_time", at(form.receivedAt()))
            .add("last_update_time", at(form.since()))
            .add("criticality_level", 0)
            .add("status", form.status())
            .add("form_number", form.chrono())
            .add("form_slug", slug)
            .add("form_status_is_endpoint", endpoint(form))
            .add("tracking_code", form.trackingCode());
    if (full) {
      var answers = Json.createObjectBuilder();
      form.answers().forEach(answers::add);
      json.add("fields", answers).add("user", user(form));
    }
    return json.add(
            "workflow",
            Json.createObjectBuilder()
                .add("status", status)
                .add("real_status", status(form))
                .add("fields", JsonValue.EMPTY_JSON_OBJECT))
        .add(
            "submission", Json.createObjectBuilder().add("backoffice", false).add("channel", "web"))
        .add("roles", JsonValue.EMPTY_JSON_OBJECT)
        .add(
            "evolution",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("time", at(form.since()))
                        .add("status", slugOf(form.status()))));
  }

  static String address(URI base, PublikForm form) {
    return base + "publik/api/forms/" + slug(form.type()) + "/" + form.id() + "/";
  }

  static String backoffice(URI base, PublikForm form) {
    return base.resolve("/correspondence/view.xhtml?id=" + form.letter()).toString();
  }

  /** Nothing more is expected of it. */
  private static boolean endpoint(PublikForm form) {
    return form.closed() || form.withdrawnAt() != null;
  }

  private static JsonObjectBuilder status(PublikForm form) {
    return Json.createObjectBuilder()
        .add("id", slugOf(form.status()))
        .add("name", form.status())
        .add("endpoint", endpoint(form))
        .add("first_arrival_datetime", at(form.since()))
        .add("latest_arrival_datetime", at(form.since()));
  }

  private static JsonObjectBuilder user(PublikForm form) {
    var user = Json.createObjectBuilder();
    if (form.name() != null) {
      user.add("name", form.name());
    }
    if (form.email() != null) {
      user.add("email", form.email());
    }
    return user;
  }

  private static String at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
