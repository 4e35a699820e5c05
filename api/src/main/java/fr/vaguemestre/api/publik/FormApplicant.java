package fr.vaguemestre.api.publik;

import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.submission.Applicant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks, from a form: fields of the names portals usually give them, with or without {@code
 * usager_} or {@code demandeur_} before, then the portal's account of them.
 */
final class FormApplicant {
  private static final List<String> BEFORE = List.of("", "usager_", "demandeur_", "user_");

  private final Map<String, String> answers;
  private final Fields user;

  FormApplicant(Map<String, String> answers, Fields user) {
    this.answers = answers;
    this.user = user;
  }

  /** Notes on {@code fields} every fault of what is there, under the field's usual name. */
  Applicant read(Fields fields) {
    var rna = find("rna", "numero_rna");
    var number = rna.or(() -> find("siret", "siren", "numero_siret")).orElse(null);
    var organisation =
        find("raison_sociale", "organisme", "entreprise", "association", "company").orElse(null);
    var kind =
        number == null && organisation == null
            ? ContactKind.PERSON
            : rna.isPresent() ? ContactKind.ASSOCIATION : ContactKind.COMPANY;
    var applicant =
        new Applicant(
            kind,
            organisation,
            number,
            find("prenom", "first_name", "firstname")
                .or(() -> user("first_name"))
                .or(() -> fullName(0))
                .orElse(null),
            find("nom", "last_name", "lastname", "nom_de_famille")
                .or(() -> user("last_name"))
                .or(() -> fullName(1))
                .orElse(null),
            find("courriel", "email", "mail", "adresse_electronique")
                .or(() -> user("email"))
                .orElse(null),
            find("telephone", "tel", "phone", "mobile").or(() -> user("phone")).orElse(null),
            find("adresse", "address", "voie", "rue", "street")
                .or(() -> user("address"))
                .orElse(null),
            find("complement", "complement_adresse").orElse(null),
            find("code_postal", "codepostal", "cp", "postcode", "zipcode")
                .or(() -> user("zipcode"))
                .orElse(null),
            find("ville", "commune", "city").or(() -> user("city")).orElse(null));
    applicant.faults().forEach(fault -> fields.wrong(named(fault)));
    return applicant;
  }

  /** What the first field of one of these names says. */
  Optional<String> find(String... names) {
    for (var name : names) {
      for (var before : BEFORE) {
        var found = answers.get(before + name);
        if (found != null && !found.isBlank()) {
          return Optional.of(found.strip());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> user(String name) {
    return Optional.ofNullable(user.text(name)).filter(text -> !text.isBlank());
  }

  /** Of an account's whole name the first word, then the rest; a lone word is the last name. */
  private Optional<String> fullName(int part) {
    var words = user("name").map(name -> name.strip().split("\\s+", 2)).orElse(new String[0]);
    if (words.length == 1) {
      return part == 1 ? Optional.of(words[0]) : Optional.empty();
    }
    return words.length == 2 ? Optional.of(words[part]) : Optional.empty();
  }

  /** The field's name as a portal would have given it. */
  private static Refusal named(Refusal fault) {
    var field =
        switch (fault.field().orElse("")) {
          case "firstName" -> "prenom";
          case "lastName" -> "nom";
          case "email" -> "courriel";
          case "phone" -> "telephone";
          case "postalAddress.street" -> "adresse";
          case "postalAddress.complement" -> "complement";
          case "postalAddress.postcode" -> "code_postal";
          case "postalAddress.city" -> "ville";
          case "name" -> "raison_sociale";
          default -> fault.field().orElse("data").toLowerCase(Locale.ROOT);
        };
    return Refusal.field("data." + field, fault.key(), fault.arguments().toArray());
  }
}
