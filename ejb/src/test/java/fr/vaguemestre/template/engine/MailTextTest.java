package fr.vaguemestre.template.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** REP1: e-mails in HTML, their fields and what they may not hold. */
class MailTextTest {
  @Test
  void REP1_a_mail_is_filled_in_both_ways_and_values_are_never_markup() {
    var filled =
        MailText.fill(
            """
            <p>Bonjour {{Expéditeur.Prénom}} {{expediteur.nom}},</p>
            <p>{{texte}}</p>
            <ul><li>Objet : <b>{{courrier.objet}}</b></li><li><a href="https://www.ville.fr">Le site</a></li></ul>
            """,
            Map.of(
                "expediteur.prenom",
                "Émilie",
                "expediteur.nom",
                "<script>alert(1)</script> & Cie",
                "texte",
                "Première ligne.\nDeuxième.\n\nAutre paragraphe.",
                "courrier.objet",
                "{{griffe}} <img src=x onerror=alert(1)>"));
    assertThat(filled.html())
        .startsWith("<!DOCTYPE html>")
        .contains("Émilie &lt;script&gt;alert(1)&lt;/script&gt; &amp; Cie")
        .contains("Première ligne.<br>Deuxième.<br><br>Autre paragraphe.")
        .doesNotContain("<script", "<img", "{{");
    assertThat(filled.text())
        .isEqualTo(
            """
            Bonjour Émilie <script>alert(1)</script> & Cie,

            Première ligne.
            Deuxième.

            Autre paragraphe.

            - Objet : { {griffe} } <img src=x onerror=alert(1)>

            - Le site (https://www.ville.fr)""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>x</p>\\n<script>x</script>|template.mail.element|ligne 2|<script>",
        "<img src='http://spy.example/p.gif'>|template.mail.element|ligne 1|<img>",
        "<iframe src=x></iframe>|template.mail.element|ligne 1|<iframe>",
        "<form action=x></form>|template.mail.element|ligne 1|<form>",
        "<object data=x></object>|template.mail.element|ligne 1|<object>",
        "<svg onload=alert(1)></svg>|template.mail.element|ligne 1|<svg>",
        "<link rel=stylesheet href='http://x/y'>|template.mail.element|ligne 1|<link>",
        "<base href='http://x/'>|template.mail.element|ligne 1|<base>",
        "<p onclick='x()'>x</p>|template.mail.element|ligne 1|onclick",
        "<a href='javascript:alert(1)'>x</a>|template.mail.link|ligne 1|javascript:alert(1)",
        "<a href='data:text/html,x'>x</a>|template.mail.link|ligne 1|data:text/html,x",
        "<a href='//x.example'>x</a>|template.mail.link|ligne 1|//x.example",
        "<a href='https://x/{{expediteur.nom}}'>x</a>|template.mail.fields-only|ligne 1|https://x/{{expediteur.nom}}",
        "<p>{{#pieces}}x{{/pieces}}</p>|template.mail.fields-only|ligne 1|#pieces",
        "<p>{{griffe}}</p>|template.mail.fields-only|ligne 1|griffe",
        "<p>{{expediteur.nmo}}</p>|template.unknown-field|ligne 1|expediteur.nmo",
        "<p>{{T(java.lang.Runtime)}}</p>|template.unknown-field|ligne 1|T(java.lang.Runtime)",
        "<p>{{exped<b>iteur.nom}}</b></p>|template.mail.braces|ligne 1|''"
      })
  void REP1_what_has_no_place_in_a_mail_is_named_with_its_line(
      String html, String key, String where, String what) {
    assertThat(check(html.replace("\\n", "\n")))
        .extracting(TemplateProblem::key, TemplateProblem::where, TemplateProblem::field)
        .contains(tuple(key, where, what));
  }

  @Test
  void REP1_what_is_refused_is_not_kept_either() {
    assertThat(
            MailText.clean(
                "<html><head><title>T</title><style>p{background:url(http://x)}</style></head><body"
                    + " onload=x><p class=a style='color:red'"
                    + " onclick=x>Un<script>deux</script></p><!-- secret --><a"
                    + " href='javascript:x'>lien</a><img src='http://x'></body></html>"))
        .isEqualTo("<p>Un</p><a>lien</a>");
  }

  @Test
  void REP1_a_good_mail_has_no_problem_and_its_fields_are_listed() {
    var good =
        "<html><head><style>p{}</style></head><body><p class=x>{{ Expéditeur.Nom }} <a"
            + " href='mailto:a@b.fr'>écrire</a></p>{{texte}}</body></html>";
    assertThat(check(good)).isEmpty();
    assertThat(MailText.fields(good)).containsExactly("expediteur.nom", "texte");
  }

  @Test
  void REP1_another_encoding_is_said() {
    assertThat(MailText.check("é".getBytes(ISO_8859_1), FieldCatalogue.standard()))
        .extracting(TemplateProblem::key)
        .containsExactly("template.mail.not-utf8");
  }

  private static List<TemplateProblem> check(String html) {
    return MailText.check(html.getBytes(UTF_8), FieldCatalogue.standard());
  }
}
