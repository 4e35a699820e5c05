package fr.vaguemestre.submission;

import fr.vaguemestre.contact.ContactKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** An applicant as it is kept with the submission: a JSON object of what they gave, as typed. */
final class ApplicantText {
  private ApplicantText() {}

  static String write(Applicant who) {
    var object = Json.createObjectBuilder().add("kind", who.kind().name());
    String[][] given = {
      {"organisation", who.organisation()},
      {"number", who.number()},
      {"firstName", who.firstName()},
      {"lastName", who.lastName()},
      {"email", who.email()},
      {"phone", who.phone()},
      {"street", who.street()},
      {"complement", who.complement()},
      {"postcode", who.postcode()},
      {"city", who.city()}
    };
    for (var field : given) {
      if (field[1] != null) {
        object.add(field[0], field[1]);
      }
    }
    return object.build().toString();
  }

  static Applicant read(String text) {
    try (var json = Json.createReader(new StringReader(text))) {
      return read(json.readObject());
    }
  }

  private static Applicant read(JsonObject who) {
    return new Applicant(
        ContactKind.valueOf(who.getString("kind")),
        who.getString("organisation", null),
        who.getString("number", null),
        who.getString("firstName", null),
        who.getString("lastName", null),
        who.getString("email", null),
        who.getString("phone", null),
        who.getString("street", null),
        who.getString("complement", null),
        who.getString("postcode", null),
        who.getString("city", null));
  }
}
