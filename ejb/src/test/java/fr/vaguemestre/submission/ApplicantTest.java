package fr.vaguemestre.submission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.platform.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SVE-7: whoever asks says who they are (CRPA R112-9-1). */
class ApplicantTest {
  @Test
  void SVE_7_a_person_gives_names_and_both_addresses() {
    assertThat(person("Lou", "Martin", "lou@example.fr", "1 rue Basse", "25970", "Pont").faults())
        .isEmpty();
    assertThat(fields(person(null, " ", null, null, null, null)))
        .containsExactly(
            "firstName",
            "lastName",
            "email",
            "postalAddress.street",
            "postalAddress.postcode",
            "postalAddress.city");
    assertThat(fields(person("Lou", "Martin", "lou", "1 rue Basse", "25970", "Pont")))
        .containsExactly("email");
  }

  @Test
  void SVE_7_a_company_gives_its_registry_number() {
    assertThat(organised(ContactKind.COMPANY, "732 829 320 00074").faults()).isEmpty();
    assertThat(organised(ContactKind.COMPANY, "732829320").faults()).isEmpty();
    assertThat(fields(organised(ContactKind.COMPANY, "W251000123"))).containsExactly("siret");
    assertThat(fields(organised(ContactKind.COMPANY, null))).containsExactly("siret");
    assertThat(organised(ContactKind.COMPANY, "732 829 320 00074").registryNumber())
        .isEqualTo("73282932000074");
  }

  @Test
  void SVE_7_an_association_gives_its_rna_or_its_siret() {
    assertThat(organised(ContactKind.ASSOCIATION, "w251000123").faults()).isEmpty();
    assertThat(organised(ContactKind.ASSOCIATION, "73282932000074").faults()).isEmpty();
    assertThat(fields(organised(ContactKind.ASSOCIATION, "251000123"))).containsExactly("rna");
  }

  @Test
  void too_long_is_told_before_the_database_says_so() {
    assertThat(
            fields(
                person("x".repeat(121), "Martin", "lou@example.fr", "1 rue", "25970000000", "P")))
        .containsExactly("firstName", "postalAddress.postcode");
  }

  @Test
  void what_they_say_is_on_one_line_and_turns_no_other_around() {
    var who = person("Lou\nSIRET 1", "Martin", "lou@example.fr", "1 rue", "25970", "Pont");
    assertThat(who.described()).startsWith("Lou SIRET 1 Martin\n");
    assertThat(fields(person("Lou", "\u202eMartin", "lou@example.fr", "1 rue", "25970", "Pont")))
        .containsExactly("lastName");
  }

  @Test
  void SVE_7_what_they_said_is_kept_and_read_as_it_was_typed() {
    var who = organised(ContactKind.ASSOCIATION, "w251 000 123");
    assertThat(who.described()).isEqualTo("Les Amis du kiosque\nRNA W251000123");
    assertThat(ApplicantText.read(ApplicantText.write(who))).isEqualTo(who);
    var person = person("Lou", "Martin", "lou@example.fr", "1 rue Basse", "25970", "Pont");
    assertThat(ApplicantText.read(ApplicantText.write(person))).isEqualTo(person);
  }

  @Test
  void SVE_7_it_is_said_what_differs_from_the_contact() {
    var who = person("Lou", "Martin", "lou@example.fr", "9 rue Neuve", "25970", "Pont");
    var known = person("LOU", "Martin", "lou@example.fr", "1 rue Basse", "25970", "Pont").contact();
    var said = AsTyped.of(who, "autre@example.fr", known).lines();
    assertThat(said)
        .extracting(AsTyped.Line::part)
        .containsExactly(
            AsTyped.Part.NAME, AsTyped.Part.ADDRESS, AsTyped.Part.EMAIL, AsTyped.Part.REPLY_TO);
    assertThat(said)
        .filteredOn(AsTyped.Line::differs)
        .extracting(AsTyped.Line::text)
        .containsExactly("9 rue Neuve, 25970 Pont");
    assertThat(AsTyped.of(who, null, null).lines()).noneMatch(AsTyped.Line::differs);
  }

  private static List<String> fields(Applicant applicant) {
    return applicant.faults().stream().map(Refusal::field).map(f -> f.orElse("")).toList();
  }

  private static Applicant person(
      String first, String last, String email, String street, String postcode, String city) {
    return new Applicant(
        ContactKind.PERSON, null, null, first, last, email, null, street, null, postcode, city);
  }

  private static Applicant organised(ContactKind kind, String number) {
    return new Applicant(
        kind, "Les Amis du kiosque", number, null, null, null, null, null, null, null, null);
  }
}
