package fr.vaguemestre.submission;

import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.contact.ContactWish;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people said of themselves, beside what is known of the letter's sender.
 *
 * @param lines only of what they gave
 */
public record AsTyped(List<Line> lines) {
  public AsTyped {
    lines = List.copyOf(lines);
  }

  /** What is said. */
  public enum Part {
    NAME,
    NUMBER,
    ADDRESS,
    EMAIL,
    PHONE,
    REPLY_TO
  }

  /**
   * @param differs from what is known of the sender, accents, case and blanks aside
   */
  public record Line(Part part, String text, boolean differs) {}

  /**
   * @param known of the letter's sender; null for none, from whom nothing differs
   */
  static AsTyped of(Applicant who, String replyTo, ContactWish known) {
    return new AsTyped(
        Stream.of(
                line(
                    Part.NAME,
                    said(who.organisation(), who.firstName(), who.lastName()),
                    known == null
                        ? null
                        : said(known.company(), known.firstName(), known.lastName())),
                line(Part.NUMBER, who.registered(), null),
                line(Part.ADDRESS, who.address(), known == null ? null : address(known)),
                line(Part.EMAIL, who.email(), known == null ? null : said(known.email())),
                line(Part.PHONE, who.phone(), known == null ? null : said(known.phone())),
                line(Part.REPLY_TO, replyTo, null))
            .filter(line -> line.text() != null && !line.text().isBlank())
            .toList());
  }

  private static Line line(Part part, String text, String known) {
    return new Line(
        part, text, known != null && text != null && !Contact.key(text).equals(Contact.key(known)));
  }

  private static String address(ContactWish known) {
    return Stream.of(
            known.street(), known.complement(), said(known.postcode(), known.city()).strip())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static String said(String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }
}
