package fr.vaguemestre.api.publik;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.api.platform.FieldError;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.contact.ContactKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** API3: a form as Publik writes it becomes a submission. */
class FormDocumentTest {
  private static final String PERSON =
      """
      "nom":"Quatresols","usager_prenom":"Geneviève","courriel":"g.q@example.fr",
      "adresse":"14 bis, chemin de la Tuilerie","code_postal":"25970","ville":"Pontarlieu"
      """;

  @Test
  void API3_a_pushed_form_says_who_asks_what_and_where_the_portal_waits() throws IOException {
    var document =
        read(
            """
            {"id":"inscription/12","uuid":"8f3c","display_name":"Inscription #12","url":"https://p.example.fr/inscription/12/",
             "receipt_time":"2026-11-21T10:00:00","evolution":[],
             "fields":{%s,"jour":"Lundi","jour_raw":"1","lieu":{"lat":46.9,"lon":6.35},
               "enfants":"Lou, Zoé","enfants_raw":[{"prenom":"Lou"},{"prenom":"Zoé"}],
               "acte":{"filename":"acte.txt","content_type":"text/plain","content":"YWN0ZQ=="},
               "photo":{"filename":"p.jpg","url":"https://p.example.fr/f/1"}},
             "extra":{"trigger":"decision"}}"""
                .formatted(PERSON));
    var wish = document.wish();
    assertThat(wish.type()).isEqualTo("SCOL");
    assertThat(wish.subject()).isEqualTo("Inscription #12");
    assertThat(wish.applicant().kind()).isEqualTo(ContactKind.PERSON);
    assertThat(wish.applicant().firstName()).isEqualTo("Geneviève");
    assertThat(wish.answers())
        .containsEntry("jour", "Lundi")
        .containsEntry("lieu.lat", "46.9")
        .containsEntry("enfants.1.prenom", "Lou")
        .containsEntry("enfants.2.prenom", "Zoé")
        .containsEntry("photo", "p.jpg https://p.example.fr/f/1")
        .doesNotContainKeys("jour_raw", "acte", "enfants");
    assertThat(document.files()).hasSize(1);
    assertThat(document.files().getFirst().name()).isEqualTo("acte.txt");
    assertThat(document.files().getFirst().bytes()).hasContent("acte");
    assertThat(document.form().key()).isEqualTo("8f3c");
    assertThat(document.form().trigger()).isEqualTo("decision");
  }

  @Test
  void API3_a_submitted_form_waits_for_no_call_and_takes_the_user_for_who_asks()
      throws IOException {
    var document =
        read(
            """
            {"data":{"objet":"Banc cassé","message":"Square.","adresse":"1 rue A","code_postal":"25970","ville":"Pontarlieu"},
             "user":{"name":"Lou Martin Petit","email":"lou@example.fr"}}""");
    assertThat(document.form()).isNull();
    assertThat(document.wish().subject()).isEqualTo("Banc cassé");
    assertThat(document.wish().text()).isEqualTo("Square.");
    assertThat(document.wish().applicant().lastName()).isEqualTo("Martin Petit");
    assertThat(document.wish().applicant().firstName()).isEqualTo("Lou");
  }

  @Test
  void API3_every_fault_is_named_at_once_as_the_portal_names_its_fields() {
    assertThatThrownBy(() -> read("{\"data\":{\"nom\":\"X\",\"courriel\":\"pas une adresse\"}}"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field)
                    .contains("data.prenom", "data.courriel", "data.adresse", "data.ville"));
    assertThatThrownBy(() -> read("{\"display_name\":\"x\"}"))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            e -> assertThat(e.errors()).extracting(FieldError::field).contains("data"));
  }

  @Test
  void API3_a_company_is_told_by_its_number() throws IOException {
    var document =
        read(
            "{\"fields\":{\"raison_sociale\":\"Scierie du Haut-Doubs\",\"siret\":\"732 829 320 00074\",\"objet\":\"x\"}}");
    assertThat(document.wish().applicant().kind()).isEqualTo(ContactKind.COMPANY);
  }

  private static FormDocument read(String body) throws IOException {
    return FormDocument.read(
        LargeJson.read(new ByteArrayInputStream(body.getBytes(UTF_8))), "SCOL", "Inscription");
  }
}
