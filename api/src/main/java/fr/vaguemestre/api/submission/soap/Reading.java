package fr.vaguemestre.api.submission.soap;

import fr.vaguemestre.api.platform.FieldError;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.api.platform.RequestRefused;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.submission.Applicant;
import fr.vaguemestre.submission.SubmissionWish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What a message asks for, every field at fault named at once, as over REST. */
final class Reading {
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_SUBJECT = 400;
  private static final int MOST_ANSWERS = 200;
  private static final int LONGEST_ANSWER = 20_000;
  private static final String REQUIRED = "field.required";

  private final List<FieldError> errors = new ArrayList<>();

  private Reading() {}

  /**
   * @throws InvalidFields naming every field that cannot be taken
   */
  static SubmissionWish submission(Asked.Submit request) {
    return new Reading().read(request);
  }

  /** The key of a request, or null. */
  static String key(String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new InvalidFields("idempotencyKey", "request.idempotency-key", LONGEST_KEY);
    }
    return key;
  }

  static List<GivenFile> files(List<Asked.SentFile> files) throws IOException {
    var given = new ArrayList<GivenFile>();
    if (files.size() > LargeJson.MOST_FILES) {
      throw new RequestRefused(413, "request.too-many-files");
    }
    for (var file : files) {
      if (file == null || file.content == null) {
        throw new InvalidFields("file", REQUIRED);
      }
      given.add(
          new GivenFile(Objects.requireNonNullElse(file.name, ""), file.content.getInputStream()));
    }
    return given;
  }

  private SubmissionWish read(Asked.Submit request) {
    needed("type", request.type);
    needed("subject", request.subject);
    if (request.subject != null && request.subject.strip().length() > LONGEST_SUBJECT) {
      errors.add(
          new FieldError("subject", "submission.too-long", List.<Object>of(LONGEST_SUBJECT)));
    }
    var applicant = applicant(request);
    if (!errors.isEmpty()) {
      throw new InvalidFields(errors);
    }
    return new SubmissionWish(
        request.type,
        request.subject,
        request.text,
        applicant,
        answers(request.answer),
        request.replyTo);
  }

  private void needed(String field, String value) {
    if (value == null || value.isBlank()) {
      errors.add(new FieldError(field, REQUIRED, List.of()));
    }
  }

  private Applicant applicant(Asked.Submit request) {
    if (Stream.of(request.person, request.company, request.association)
            .filter(Objects::nonNull)
            .count()
        != 1) {
      errors.add(new FieldError("person", "submission.who", List.of()));
      return null;
    }
    if (request.person != null) {
      return checked("person", person(request.person));
    }
    return request.company != null
        ? checked("company", organisation(ContactKind.COMPANY, request.company))
        : checked("association", organisation(ContactKind.ASSOCIATION, request.association));
  }

  /** In the WSDL a body's register has no name of its own: its number is {@code number}. */
  private Applicant checked(String who, Applicant applicant) {
    for (var fault : applicant.faults()) {
      var field = fault.field().orElseThrow().replaceFirst("^(siret|rna)$", "number");
      errors.add(new FieldError(who + "." + field, fault.key(), fault.arguments()));
    }
    return applicant;
  }

  private static Applicant person(Asked.Person person) {
    var address = Objects.requireNonNullElseGet(person.postalAddress, Asked.PostalAddress::new);
    return new Applicant(
        ContactKind.PERSON,
        null,
        null,
        person.firstName,
        person.lastName,
        person.email,
        person.phone,
        address.street,
        address.complement,
        address.postcode,
        address.city);
  }

  private static Applicant organisation(ContactKind kind, Asked.Organisation body) {
    var address = Objects.requireNonNullElseGet(body.postalAddress, Asked.PostalAddress::new);
    return new Applicant(
        kind,
        body.name,
        body.number,
        body.firstName,
        body.lastName,
        body.email,
        body.phone,
        address.street,
        address.complement,
        address.postcode,
        address.city);
  }

  static Map<String, String> answers(List<Asked.NamedAnswer> given) {
    if (given.size() > MOST_ANSWERS) {
      throw new InvalidFields("answer", "field.too-many", MOST_ANSWERS);
    }
    var answers = new LinkedHashMap<String, String>();
    for (var one : given) {
      if (one != null && one.value != null && one.value.length() > LONGEST_ANSWER) {
        throw new InvalidFields("answer", "field.too-long", LONGEST_ANSWER);
      }
      if (one == null || one.name == null || one.name.isBlank() || answers.containsKey(one.name)) {
        throw new InvalidFields("answer", "field.invalid");
      }
      answers.put(one.name, Objects.requireNonNullElse(one.value, ""));
    }
    return answers;
  }
}
