package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterView;
import fr.vaguemestre.organisation.AgentLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the markers of a template stand for, for one letter and one author; see {@code
 * TemplateField}.
 */
@Stateless
public class MergeFields {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

  @Inject Correspondences correspondences;
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject SignatoryFinder signatories;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** All that a merge reads, found in one transaction. */
  public record Source(
      LetterView letter,
      ContactWish sender,
      Tenant town,
      String unitLabel,
      String unitAddress,
      String unitPhone,
      String unitEmail,
      String firstName,
      String lastName,
      String jobTitle,
      String phone,
      AgentLine signatory,
      LocalDate today) {}

  public Source source(Reader reader, long letter) {
    var found = actions.visible(reader, letter);
    var unit = found.unit();
    var author = organisation.agent(reader.login()).orElseThrow();
    var town = tenants.current();
    Contact sender = found.sender();
    return new Source(
        correspondences.view(reader, letter),
        sender == null ? null : Contacts.wish(sender),
        town,
        unit.label(),
        Objects.requireNonNullElse(unit.address(), town.address()),
        Objects.requireNonNullElse(unit.phone(), town.phone()),
        Objects.requireNonNullElse(unit.email(), town.email()),
        author.firstName(),
        author.lastName(),
        author.jobTitle(),
        author.phone(),
        signatories.usual().orElse(null),
        town.today(clock));
  }

  /** Values by marker; an unknown value is an empty text. */
  public Map<String, Object> of(Source source, String text) {
    var values = new HashMap<String, Object>();
    var letter = source.letter();
    put(values, "courrier.chrono", letter.chrono());
    put(values, "courrier.objet", letter.subject());
    put(values, "courrier.type", letter.typeLabel());
    put(values, "courrier.date_courrier", day(letter.documentDate()));
    put(values, "courrier.date_arrivee", day(letter.arrivalDate()));
    put(values, "courrier.date_limite", day(letter.deadline()));
    sender(values, source.sender());
    put(values, "service.nom", source.unitLabel());
    put(values, "service.adresse", source.unitAddress());
    put(values, "service.telephone", source.unitPhone());
    put(values, "service.email", source.unitEmail());
    put(values, "agent.nom", source.lastName());
    put(values, "agent.prenom", source.firstName());
    put(values, "agent.fonction", source.jobTitle());
    put(values, "agent.telephone", source.phone());
    put(values, "reponse.date", day(source.today()));
    put(values, "reponse.objet", letter.subject());
    put(values, "collectivite.nom", source.town().name());
    put(
        values,
        "collectivite.commune",
        source.town().name().replaceFirst("^(Ville|Commune) (de |d’|d')", ""));
    put(values, "collectivite.adresse", source.town().address());
    put(values, "collectivite.telephone", source.town().phone());
    put(values, "collectivite.site", "");
    put(values, "signataire.nom", source.signatory() == null ? "" : source.signatory().name());
    put(
        values,
        "signataire.fonction",
        source.signatory() == null ? "" : source.signatory().jobTitle());
    put(values, "texte", text);
    return values;
  }

  /**
   * The values of a document that was made, for somebody else than who wrote: theirs are the name
   * and the address, the griffe's place is left empty, nothing else changes.
   */
  public static Map<String, Object> addressed(Map<String, Object> made, ContactWish recipient) {
    var values = new HashMap<>(made);
    sender(values, recipient);
    values.put("griffe", "");
    return values;
  }

  private static void sender(Map<String, Object> values, ContactWish sender) {
    put(values, "expediteur.civilite", sender == null ? "" : sender.civility());
    put(values, "expediteur.nom", sender == null ? "" : sender.lastName());
    put(values, "expediteur.prenom", sender == null ? "" : sender.firstName());
    put(values, "expediteur.organisme", sender == null ? "" : sender.company());
    put(values, "expediteur.adresse", sender == null ? "" : address(sender));
    put(values, "expediteur.email", sender == null ? "" : sender.email());
  }

  private static String address(ContactWish sender) {
    var town =
        Stream.of(sender.postcode(), sender.city())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(sender.complement(), sender.street(), town)
        .filter(line -> line != null && !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static String day(LocalDate date) {
    return date == null ? "" : DAY.format(date).replaceFirst("^1 ", "1er ");
  }

  private static void put(Map<String, Object> values, String marker, String value) {
    values.put(marker, value == null ? "" : value);
  }
}
