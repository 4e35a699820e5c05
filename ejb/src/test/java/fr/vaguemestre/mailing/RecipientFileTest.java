package fr.vaguemestre.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transfer.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** REP4: recipients as a spreadsheet gives them. */
class RecipientFileTest {
  @Test
  void REP4_columns_are_known_whatever_their_case_accents_and_order() {
    var plan =
        read(
            "Courriel;NOM;Prénom;Code postal;Ville;Adresse;Remarque\n"
                + "a@b.fr;Durand;Émilie;25000;Besançon;1 rue Haute;x\n\n;Faivre;;;;;\n",
            Means.POST);
    assertThat(plan.columns())
        .containsEntry("prénom", "prenom")
        .containsEntry("code postal", "code_postal")
        .containsEntry("remarque", "");
    assertThat(plan.recipients())
        .extracting(ContactWish::lastName)
        .containsExactly("Durand", "Faivre");
    assertThat(plan.recipients().getFirst().postcode()).isEqualTo("25000");
    assertThat(plan.problems())
        .extracting(Problem::line, Problem::column, Problem::key)
        .containsExactly(tuple(4L, "adresse", "mailing.no-address"));
  }

  @Test
  void REP4_each_line_that_is_wrong_is_told_with_its_column() {
    var plan =
        read(
            "nom,courriel,civilite\nDurand,a@b.fr,Madame\nFaivre,pas une adresse,\n,c@d.fr,\n"
                + "Durand,A@B.fr,Madame\nLong,e@f.fr,"
                + "x".repeat(21)
                + "\n",
            Means.EMAIL);
    assertThat(plan.problems())
        .extracting(Problem::line, Problem::column, Problem::key)
        .containsExactly(
            tuple(3L, "courriel", "mailing.no-mail"),
            tuple(4L, "nom", "mailing.nameless"),
            tuple(5L, null, "mailing.twice"),
            tuple(6L, "civilite", "mailing.too-long"));
    assertThat(plan.good()).isFalse();
  }

  @Test
  void REP4_a_header_hidden_in_an_address_is_no_address() {
    assertThat(read("nom;courriel\nX;\"a@b.fr\r\nBcc: c@d.fr\"\n", Means.EMAIL).good()).isFalse();
  }

  @Test
  void REP4_who_is_chosen_otherwise_is_not_served_twice() {
    var known = read("nom;courriel\nDurand;a@b.fr\n", Means.EMAIL).recipients().getFirst();
    var plan =
        read("nom;courriel\nAutre;A@B.FR\nFaivre;c@d.fr\n", Means.EMAIL, List.of(known, known));
    assertThat(plan.recipients()).extracting(ContactWish::lastName).startsWith("Durand", "Autre");
    assertThat(plan.problems())
        .extracting(Problem::line, Problem::key)
        .containsExactly(tuple(2L, "mailing.twice-known"));
  }

  @Test
  void REP4_a_household_with_one_email_is_several_by_post_and_one_by_mail() {
    var household =
        "nom;prenom;adresse;complement;code_postal;ville;courriel\n"
            + "Durand;Émilie;1 rue Haute;apt 3;25000;Besançon;foyer@b.fr\n"
            + "Durand;Paul;1 rue Haute;apt 3;25000;Besançon;foyer@b.fr\n"
            + "Durand;Paul;1 rue Haute;apt 12;25000;Besançon;foyer@b.fr\n";
    assertThat(read(household, Means.POST).good()).isTrue();
    assertThat(read(household, Means.EMAIL).problems())
        .extracting(Problem::key)
        .containsExactly("mailing.twice", "mailing.twice");
    var again = "Durand;Paul;1 rue Haute;apt 12;25000;Besançon;autre@b.fr\n";
    assertThat(read(household + again, Means.POST).problems())
        .extracting(Problem::key)
        .containsExactly("mailing.twice");
  }

  @Test
  void REP4_by_post_an_address_without_postcode_is_told() {
    assertThat(read("nom;adresse;ville\nX;1 rue Haute;Besançon\n", Means.POST).problems())
        .extracting(Problem::column, Problem::key)
        .containsExactly(tuple("adresse", "mailing.no-address"));
  }

  @Test
  void REP4_the_seal_of_a_list_changes_with_all_that_would_leave() {
    var wish = new MailingWish(Means.EMAIL, false, null, null, "Objet", "Bonjour");
    var plan = read("nom;courriel\nDurand;a@b.fr\n", Means.EMAIL);
    var seal = plan.sealed(1, 2, wish).seal();
    assertThat(plan.sealed(1, 2, wish).seal()).isEqualTo(seal).hasSize(40);
    assertThat(
            List.of(
                read("nom;courriel\nDurand;a@c.fr\n", Means.EMAIL).sealed(1, 2, wish).seal(),
                plan.sealed(2, 2, wish).seal(),
                plan.sealed(1, 3, wish).seal(),
                sealed(plan, Means.POST, "Objet", "Bonjour"),
                sealed(plan, Means.EMAIL, "Autre", "Bonjour"),
                sealed(plan, Means.EMAIL, "Objet", null)))
        .doesNotHaveDuplicates()
        .doesNotContain(seal);
  }

  private static String sealed(MailingPlan plan, Means means, String subject, String text) {
    return plan.sealed(1, 2, new MailingWish(means, false, null, null, subject, text)).seal();
  }

  @Test
  void REP4_what_is_no_csv_is_refused_on_the_file() {
    var bytes = "nom;courriel\n\"x".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    Refusal.class, () -> RecipientFile.read(bytes, Means.EMAIL, List.of()))
                .field())
        .contains("file");
  }

  private static MailingPlan read(String csv, Means means) {
    return read(csv, means, List.of());
  }

  private static MailingPlan read(String csv, Means means, List<ContactWish> known) {
    return RecipientFile.read(csv.getBytes(StandardCharsets.UTF_8), means, known);
  }
}
