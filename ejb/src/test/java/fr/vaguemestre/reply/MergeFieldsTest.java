package fr.vaguemestre.reply;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeFieldsTest {
  private static final Map<String, Object> MADE =
      Map.of(
          "expediteur.nom", "Ancien",
          "expediteur.civilite", "Monsieur",
          "expediteur.adresse", "ailleurs",
          "agent.nom", "Autrice",
          "reponse.date", "1er novembre 2026",
          "griffe", "image",
          "texte", "D’accord.");

  @Test
  void REP4_for_another_recipient_only_the_name_the_address_and_the_griffe_change() {
    var recipient =
        new ContactWish(
            ContactKind.PERSON,
            null,
            "Durand",
            "Émilie",
            null,
            null,
            null,
            "1 rue Haute",
            "apt 3",
            "25000",
            "Besançon");
    var values = MergeFields.addressed(MADE, recipient);
    assertThat(values)
        .containsEntry("expediteur.nom", "Durand")
        .containsEntry("expediteur.prenom", "Émilie")
        .containsEntry("expediteur.civilite", "")
        .containsEntry("expediteur.adresse", "apt 3\n1 rue Haute\n25000 Besançon")
        .containsEntry("griffe", "")
        .containsEntry("agent.nom", "Autrice")
        .containsEntry("reponse.date", "1er novembre 2026")
        .containsEntry("texte", "D’accord.");
  }

  @Test
  void REP4_what_a_version_was_merged_from_is_kept_as_it_was() {
    var source = new MergeSource("a".repeat(64), "text/plain", MADE);
    assertThat(source.json()).contains("\"texte\":\"D’accord.\"", "\"agent.nom\":\"Autrice\"");
  }
}
