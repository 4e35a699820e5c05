package fr.vaguemestre.api.publik;

import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.publik.PortalForm;
import fr.vaguemestre.submission.SubmissionWish;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form as Publik writes it: in {@code data} or {@code fields} when somebody submits it, in {@code
 * fields} with {@code uuid}, {@code url}, {@code user} when a workflow pushes it; what the workflow
 * adds is in {@code extra}.
 */
record FormDocument(SubmissionWish wish, List<GivenFile> files, PortalForm form) {
  private static final int LONGEST_SUBJECT = 400;
  private static final int LONGEST_KEY = 180;

  /**
   * @param type code of the document type
   * @param title of the form, for one that says nothing of its subject
   * @throws fr.vaguemestre.api.platform.InvalidFields naming every field at fault at once
   */
  static FormDocument read(LargeJson json, String type, String title) throws IOException {
    var fields = json.fields();
    var data = FormData.of(json, data(fields));
    var answers = data.answers();
    var applicant = new FormApplicant(answers, fields.object("user").orElseGet(Fields::none));
    var who = applicant.read(fields);
    var subject =
        applicant
            .find("objet", "sujet", "subject", "titre")
            .or(() -> Optional.ofNullable(fields.text("display_name")))
            .orElse(title);
    if (subject.length() > LONGEST_SUBJECT) {
      fields.wrong(Refusal.field("data.objet", "submission.too-long", LONGEST_SUBJECT));
    }
    var wish =
        new SubmissionWish(
            type,
            subject,
            applicant.find("message", "texte", "description", "demande", "text").orElse(null),
            who,
            answers,
            null);
    var form = form(fields);
    fields.check();
    return new FormDocument(wish, data.files(), form);
  }

  /** Whether a workflow pushes it, rather than somebody submits it. */
  static boolean pushed(Fields fields) {
    return fields.has("uuid") || fields.has("url") || fields.has("receipt_time");
  }

  private static PortalForm form(Fields fields) {
    var url = fields.text("url");
    var key = fields.has("uuid") ? fields.text("uuid") : url;
    var trigger = fields.object("extra").map(extra -> extra.text("trigger")).orElse(null);
    if (key != null && key.length() > LONGEST_KEY) {
      fields.wrong(
          Refusal.field(fields.has("uuid") ? "uuid" : "url", "submission.too-long", LONGEST_KEY));
    }
    return pushed(fields) && key != null && !key.isBlank()
        ? new PortalForm(key, url, trigger)
        : null;
  }

  private static JsonObject data(Fields fields) {
    var json = fields.json();
    var found =
        Stream.of("data", "fields")
            .map(json::get)
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .findFirst();
    if (found.isEmpty()) {
      fields.wrong(Refusal.field("data", "field.required"));
    }
    return found.orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  /** The portal's name of the form: the beginning of {@code id} ({@code inscription/12}). */
  static Optional<String> slug(Fields fields) {
    return fields
        .object("extra")
        .map(extra -> extra.text("type"))
        .filter(t -> !t.isBlank())
        .or(
            () ->
                Optional.ofNullable(fields.json().get("id"))
                    .filter(JsonString.class::isInstance)
                    .map(id -> ((JsonString) id).getString().replaceFirst("/.*", "")));
  }
}
