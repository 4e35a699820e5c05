package fr.vaguemestre.api.submission;

import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.submission.Applicant;
import fr.vaguemestre.submission.SubmissionWish;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON of a submission, every field at fault named at once. */
final class SubmissionFields {
  private static final int LONGEST_SUBJECT = 400;

  private SubmissionFields() {}

  /**
   * @throws fr.vaguemestre.api.platform.InvalidFields naming every field that cannot be taken
   */
  static SubmissionWish read(Fields fields) {
    var subject = fields.requiredText("subject");
    if (subject != null && subject.strip().length() > LONGEST_SUBJECT) {
      fields.wrong(Refusal.field("subject", "submission.too-long", LONGEST_SUBJECT));
    }
    var wish =
        new SubmissionWish(
            fields.requiredText("type"),
            subject,
            fields.text("text"),
            applicant(fields),
            fields.words("answers"),
            fields.text("replyTo"));
    fields.check();
    return wish;
  }

  private static Applicant applicant(Fields fields) {
    var given =
        Stream.of(
                applicant(fields, "person", ContactKind.PERSON, null),
                applicant(fields, "company", ContactKind.COMPANY, "siret"),
                applicant(fields, "association", ContactKind.ASSOCIATION, "rna"))
            .flatMap(Optional::stream)
            .toList();
    if (given.size() != 1) {
      fields.wrong(Refusal.field("person", "submission.who"));
      return null;
    }
    return given.getFirst();
  }

  private static Optional<Applicant> applicant(
      Fields fields, String name, ContactKind kind, String number) {
    return fields
        .object(name)
        .map(
            who -> {
              var applicant = applicant(who, kind, number);
              applicant.faults().forEach(who::wrong);
              return applicant;
            });
  }

  private static Applicant applicant(Fields who, ContactKind kind, String number) {
    var address = who.object("postalAddress").orElseGet(Fields::none);
    return new Applicant(
        kind,
        kind == ContactKind.PERSON ? null : who.text("name"),
        number == null ? null : registered(who, number),
        who.text("firstName"),
        who.text("lastName"),
        who.text("email"),
        who.text("phone"),
        address.text("street"),
        address.text("complement"),
        address.text("postcode"),
        address.text("city"));
  }

  /** By the number of its own register, else the one every body has. */
  private static String registered(Fields who, String number) {
    return Stream.of(number, "siret", "siren")
        .distinct()
        .map(who::text)
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse(null);
  }
}
