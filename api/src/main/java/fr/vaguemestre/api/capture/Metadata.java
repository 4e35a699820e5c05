package fr.vaguemestre.api.capture;

import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Registration;
import java.util.Optional;

/** The {@code metadata} part as a registration. */
public final class Metadata {
  /** Callers gave a deadline before reasons were asked for. */
  private static final String GIVEN = "Donnée par l’application qui a enregistré le courrier";

  private Metadata() {}

  /**
   * @throws fr.vaguemestre.api.platform.InvalidFields naming every field that cannot be taken
   */
  static Registration read(Fields fields) {
    var deadline = fields.date("deadline");
    var reason = blankToNull(fields.text("deadlineReason"));
    var wish =
        new Registration(
            Optional.ofNullable(fields.constant("category", Category.class))
                .orElse(Category.INCOMING),
            Optional.ofNullable(fields.constant("channel", Channel.class)).orElse(Channel.PAPER),
            fields.requiredText("subject"),
            fields.requiredText("type"),
            fields.text("priority"),
            null,
            fields.object("sender").map(Metadata::contact).orElse(null),
            fields.text("unit"),
            fields.text("assignee"),
            fields.texts("copyUnits"),
            fields.texts("copyAgents"),
            fields.date("documentDate"),
            fields.date("postmarkDate"),
            fields.date("arrivalDate"),
            deadline,
            fields.flag("confidential"),
            fields.flag("sensitive"),
            fields.flag("toQualify"),
            blankToNull(fields.text("externalId")),
            deadline != null && reason == null ? GIVEN : reason,
            fields.date("firstReceivedOn"));
    fields.check();
    return wish;
  }

  /** Someone the town exchanges letters with, as a program gives them. */
  public static ContactWish contact(Fields fields) {
    return new ContactWish(
        fields.constant("kind", ContactKind.class),
        blankToNull(fields.text("civility")),
        blankToNull(fields.text("lastName")),
        blankToNull(fields.text("firstName")),
        blankToNull(fields.text("company")),
        blankToNull(fields.text("email")),
        blankToNull(fields.text("phone")),
        blankToNull(fields.text("street")),
        blankToNull(fields.text("complement")),
        blankToNull(fields.text("postcode")),
        blankToNull(fields.text("city")));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
