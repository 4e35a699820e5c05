package fr.vaguemestre.submission;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.contact.RegistryNumbers;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who asks, identified as CRPA R112-9-1 wants it: a company by its SIREN or SIRET, an association
 * by its RNA (or SIRET: those of Alsace-Moselle have no RNA), anybody else by their names, postal
 * and e-mail address.
 *
 * @param organisation name of the company or association, null for a person
 * @param number its registry number, as typed
 */
public record Applicant(
    ContactKind kind,
    String organisation,
    String number,
    String firstName,
    String lastName,
    String email,
    String phone,
    String street,
    String complement,
    String postcode,
    String city) {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

  /** Each on one line: what follows a line break would be read as something else. */
  public Applicant {
    organisation = Invisible.oneLine(organisation);
    number = Invisible.oneLine(number);
    firstName = Invisible.oneLine(firstName);
    lastName = Invisible.oneLine(lastName);
    email = Invisible.oneLine(email);
    phone = Invisible.oneLine(phone);
    street = Invisible.oneLine(street);
    complement = Invisible.oneLine(complement);
    postcode = Invisible.oneLine(postcode);
    city = Invisible.oneLine(city);
  }

  /** All that is missing or wrong, each on a field named as in the API, below its object. */
  public List<Refusal> faults() {
    var faults = new ArrayList<Refusal>();
    switch (kind) {
      case PERSON -> {
        text(faults, "firstName", firstName, 120, true);
        text(faults, "lastName", lastName, 120, true);
        text(faults, "email", email, 190, true);
        text(faults, "postalAddress.street", street, 200, true);
        text(faults, "postalAddress.postcode", postcode, 10, true);
        text(faults, "postalAddress.city", city, 120, true);
      }
      case COMPANY -> {
        text(faults, "name", organisation, 200, true);
        number(faults, "siret", "submission.siret");
      }
      case ASSOCIATION -> {
        text(faults, "name", organisation, 200, true);
        number(faults, "rna", "submission.rna");
      }
      case ADMINISTRATION -> text(faults, "name", organisation, 200, true);
    }
    if (kind != ContactKind.PERSON) {
      text(faults, "firstName", firstName, 120, false);
      text(faults, "lastName", lastName, 120, false);
      text(faults, "email", email, 190, false);
      text(faults, "postalAddress.street", street, 200, false);
      text(faults, "postalAddress.postcode", postcode, 10, false);
      text(faults, "postalAddress.city", city, 120, false);
    }
    text(faults, "phone", phone, 40, false);
    text(faults, "postalAddress.complement", complement, 200, false);
    if (!blank(email) && !ADDRESS.matcher(email.strip()).matches()) {
      faults.add(Refusal.field("email", "submission.email"));
    }
    return faults;
  }

  /** The registry number as it is kept; null for a person. */
  String registryNumber() {
    return blank(number) ? null : RegistryNumbers.plain(number);
  }

  /** With the name of its register: {@code SIRET 73282932000074}; null for a person. */
  String registered() {
    var plain = registryNumber();
    if (plain == null) {
      return null;
    }
    return (RegistryNumbers.isRna(plain) ? "RNA " : plain.length() == 9 ? "SIREN " : "SIRET ")
        + plain;
  }

  /** The postal address on one line; empty for none. */
  String address() {
    return said(", ", street, complement, said(" ", postcode, city));
  }

  /** Who it is, as they wrote it: names, number, address, e-mail, phone, one a line. */
  String described() {
    return said(
        "\n", organisation, said(" ", firstName, lastName), registered(), address(), email, phone);
  }

  private static String said(String between, String... parts) {
    return Stream.of(parts)
        .filter(part -> !blank(part))
        .map(String::strip)
        .collect(Collectors.joining(between));
  }

  ContactWish contact() {
    return new ContactWish(
        kind,
        null,
        lastName,
        firstName,
        organisation,
        blank(email) ? null : email.strip(),
        phone,
        street,
        complement,
        postcode,
        city);
  }

  private void number(List<Refusal> faults, String field, String rule) {
    var plain = RegistryNumbers.plain(number);
    boolean association = kind == ContactKind.ASSOCIATION && RegistryNumbers.isRna(plain);
    boolean company = kind == ContactKind.COMPANY && RegistryNumbers.isSiren(plain);
    if (!association && !company && !RegistryNumbers.isSiret(plain)) {
      faults.add(Refusal.field(field, rule));
    }
  }

  private static void text(
      List<Refusal> faults, String field, String value, int most, boolean needed) {
    if (needed && blank(value)) {
      faults.add(Refusal.field(field, "submission.required"));
    } else if (value != null && value.strip().length() > most) {
      faults.add(Refusal.field(field, "submission.too-long", most));
    } else {
      Invisible.in(field, value).ifPresent(faults::add);
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
