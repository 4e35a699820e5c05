package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * CIR6: notes and file names that would harm: shown as they are, or refused saying what and where.
 */
@Journey
class HostileNotesIT {
  private static final Rest ASSISTANT = Rest.as("assistante");

  @Test
  void CIR6_markup_and_scripts_in_a_note_are_words(Browser reader) {
    var letter = ReservationIT.register();
    var notes =
        List.of(
            "<script>document.title='PRIS'</script>",
            "<img src=x onerror=\"document.title='PRIS'\">",
            "#{request.contextPath} ${7*7} {{agent.nom}}",
            "=HYPERLINK(\"http://spy.example\")",
            "mot".repeat(1300));
    for (var note : notes) {
      assertThat(note(letter, note).statusCode()).isEqualTo(200);
    }
    var id = letter.substring(letter.lastIndexOf('/') + 1);
    var page = reader.login("assistante").page();
    reader.open("/correspondence/view.xhtml?id=" + id + "&panel=notes");
    assertThat(page.locator(".quote").allInnerTexts()).containsExactlyElementsOf(notes);
    assertThat(page.title()).doesNotContain("PRIS");
    reader.screenshot("notes").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  @Test
  void CIR6_a_note_too_long_or_with_hidden_characters_is_refused_by_what_and_where() {
    var letter = ReservationIT.register();
    for (var hidden : List.of("\u0007", "\u001b[31m", "\u202e", "\u2066")) {
      var refused = note(letter, "Vu." + hidden + "fin");
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
      assertThat(refused.body()).contains("U+%04X".formatted((int) hidden.charAt(0)), "4");
    }
    assertThat(note(letter, "x".repeat(4001)).statusCode()).isEqualTo(422);
    assertThat(note(letter, "x".repeat(4000)).statusCode()).isEqualTo(200);
  }

  @Test
  void CIR6_a_hostile_file_name_is_shown_tame_and_cut() {
    var names =
        List.of(
            "../../etc/passwd.pdf",
            "C:\\Windows\\system32\\x.pdf",
            "facture\u202efdp.pdf",
            "<script>alert(1)</script>.pdf",
            "n".repeat(300) + ".pdf",
            "=cmd|x.pdf");
    for (var name : names) {
      var kept = name(name);
      assertThat(kept)
          .doesNotContain("/", "\\", "\u202e", "\u0007", "<", ">", "|", "..")
          .hasSizeLessThanOrEqualTo(200)
          .endsWith(".pdf");
    }
  }

  private static String name(String given) {
    var metadata = "{\"subject\":\"Nom piégé\",\"type\":\"SALLE\",\"unit\":\"DSP\"}";
    var answer =
        AReply.CLERK.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json("metadata", metadata),
                Rest.Part.file("file", given, "application/pdf", SamplePdf.ofPages("x", 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var id = Rest.json(answer).getJsonNumber("id");
    return ATown.texts("select name from document where correspondence_id = " + id).getFirst();
  }

  private static HttpResponse<String> note(String letter, String body) {
    var tag = ASSISTANT.get(letter).headers().firstValue("ETag").orElseThrow();
    var json = Json.createObjectBuilder().add("body", body).build().toString();
    return ASSISTANT.post(letter + "/actions/note", json, "If-Match", tag);
  }
}
