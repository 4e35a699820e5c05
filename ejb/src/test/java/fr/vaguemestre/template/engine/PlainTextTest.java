package fr.vaguemestre.template.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** REP2: standard answers hold fields, and nothing else of a template. */
class PlainTextTest {
  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  @Test
  void REP2_fields_are_filled_in_whatever_their_case_and_accents() {
    assertThat(
            PlainText.fill(
                "Bonjour {{Expéditeur.Nom}}, reçu le {{ courrier.date_arrivee }}.",
                Map.of("expediteur.nom", "Faivre", "courrier.date_arrivee", "2 mai 2026")))
        .isEqualTo("Bonjour Faivre, reçu le 2 mai 2026.");
    assertThat(PlainText.fill("{{agent.nom}}", Map.of())).isEmpty();
    assertThat(PlainText.fill("Sans champ.", Map.of())).isEqualTo("Sans champ.");
  }

  @Test
  void REP2_what_a_citizen_wrote_is_never_read_as_a_field() {
    assertThat(
            PlainText.fill(
                "{{courrier.objet}}", Map.of("courrier.objet", "{{griffe}}", "griffe", "X")))
        .doesNotContain("{{", "X");
  }

  @Test
  void REP2_what_no_letter_has_is_named_with_the_nearest_field() {
    var problems = PlainText.check("Bonjour {{expediteur.nmo}}", CATALOGUE);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().key()).isEqualTo("template.answer.unknown-field");
    assertThat(problems.getFirst().suggestion()).isEqualTo("expediteur.nom");
    assertThat(PlainText.check("Bonjour {{expediteur.nom}}", CATALOGUE)).isEmpty();
  }

  @Test
  void REP2_blocks_the_griffe_and_the_agents_text_have_no_place_in_it() {
    for (var text :
        List.of("{{#pieces}}{{/pieces}}", "{{#si agent.nom}}", "{{griffe}}", "{{texte}}")) {
      assertThat(PlainText.check(text, CATALOGUE))
          .as(text)
          .isNotEmpty()
          .allMatch(p -> p.key().equals("template.answer.fields-only"));
    }
    assertThat(PlainText.check("{{agent.nom", CATALOGUE))
        .extracting(TemplateProblem::key)
        .containsExactly("template.answer.braces");
  }
}
