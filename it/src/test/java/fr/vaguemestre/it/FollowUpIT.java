package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * DEL2: a portal submits, the mail office qualifies, the service acknowledges and asks for pieces.
 */
@Journey
class FollowUpIT {
  private static final Rest PORTAL = Rest.as("portail");
  private static final Rest MAIL_OFFICE = Rest.as("courrier");
  private static final Rest ASSISTANT = Rest.as("assistante");
  private static final Rest ELSEWHERE = Rest.as("autre");

  @Test
  void DEL2_from_the_portal_to_the_last_piece() {
    var receipt = submitted("Subvention du kiosque");
    var here = "/v1/submissions/" + receipt.getInt("id");
    var letter = qualified(receipt);
    assertThat(sentence(letter)).contains("réputée rejetée");

    done(act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"));
    var are = json(PORTAL.get(here)).getJsonArray("acknowledgements").getJsonObject(1);
    assertThat(are.getString("kind")).isEqualTo("ARE");
    assertThat(are.getString("number")).isEqualTo("ARE-" + receipt.getString("chrono"));
    assertThat(are.getString("text"))
        .contains(
            "Direction des sports",
            "sports@pontarlieu.example.fr",
            "03 53 01 20 10",
            "silence vaut rejet",
            "tribunal administratif")
        .doesNotContain("{{", "attestation");
    var sent = are.getString("number");
    ATown.until(() -> are, a -> ATown.texts(status(sent)).equals(List.of("SENT")));

    done(
        act(
            letter,
            "{\"what\":\"PIECES\",\"pieces\":[\"Statuts\",\"Budget\"],\"days\":30,\"means\":\"EMAIL\"}"));
    assertThat(sentence(letter)).contains("suspendu");
    assertThat(json(ASSISTANT.get(letter + "/legal")).getJsonArray("pieces").toString())
        .isEqualTo("[\"Statuts\",\"Budget\"]");
    assertThat(
            PORTAL
                .post(
                    here + "/pieces",
                    List.of(
                        Part.file("file", "statuts.txt", "text/plain", "Statuts".getBytes(UTF_8))))
                .statusCode())
        .isEqualTo(201);
    done(act(letter, "{\"what\":\"PIECES_RECEIVED\"}"));
    assertThat(sentence(letter)).contains("Sans réponse d’ici au");
    refused(act(letter, "{\"what\":\"PIECES_RECEIVED\"}"), 409, "acknowledgement.no-piece-awaited");
    refused(
        act(letter, "{\"what\":\"ATTESTATION\",\"means\":\"EMAIL\"}"),
        409,
        "acknowledgement.not-accepted");
    assertThat(ASSISTANT.get(letter + "/history").body()).contains("ACKNOWLEDGE");
  }

  @Test
  void AR_3_a_text_that_lacks_a_mention_does_not_leave_and_changes_nothing() {
    var receipt = submitted("Mentions");
    var letter = qualified(receipt);
    var tag = tag(letter);
    refused(
        act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\",\"text\":\"Bien reçu, merci.\"}"),
        422,
        "acknowledgement.missing-received-on");
    refused(
        act(letter, "{\"what\":\"PIECES\",\"pieces\":[],\"days\":30,\"means\":\"EMAIL\"}"),
        422,
        "acknowledgement.pieces-which");
    refused(
        act(letter, "{\"what\":\"TRANSFER\",\"means\":\"EMAIL\"}"),
        422,
        "acknowledgement.missing-transferred-to");
    assertThat(tag(letter)).isEqualTo(tag);
    assertThat(json(ASSISTANT.get(letter + "/legal")).getJsonArray("acknowledgements")).hasSize(1);
  }

  @Test
  void DEL2_the_regime_is_decided_with_its_reason() {
    var letter = qualified(submitted("Régime"));
    done(
        act(
            letter,
            "{\"what\":\"REGIME\",\"reason\":\"PRINCIPLE\",\"words\":\"Aucune exception.\"}"));
    var standing = json(ASSISTANT.get(letter + "/legal"));
    assertThat(standing.getString("regime")).isEqualTo("SVA");
    assertThat(standing.getString("reason")).isEqualTo("PRINCIPLE");
    assertThat(standing.getString("sentence")).contains("réputée acceptée");
    refused(
        act(letter, "{\"what\":\"REGIME\",\"reason\":\"LISTED\",\"months\":2,\"days\":60}"),
        422,
        "delay.months-or-days");
    assertThat(ELSEWHERE.get(letter + "/legal").statusCode()).isEqualTo(404);
    done(act(letter, "{\"what\":\"NOTIFIED\"}"));
    assertThat(sentence(letter)).startsWith("Décision notifiée le");
    refused(
        act(letter, "{\"what\":\"NOTIFIED\",\"on\":\"2999-01-01\"}"),
        422,
        "acknowledgement.in-the-future");
    assertThat(PORTAL.get(letter + "/legal").statusCode()).isEqualTo(403);
  }

  @Test
  void L242_1_what_silence_decided_is_not_undone_by_what_comes_after() {
    var letter = qualified(submitted("Déjà décidé"));
    done(act(letter, "{\"what\":\"REGIME\",\"reason\":\"PRINCIPLE\",\"days\":3}"));
    ATown.change(
        "update correspondence set arrival_date = arrival_date - 10 where id = "
            + letter.substring(letter.lastIndexOf('/') + 1));
    refused(
        act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"),
        409,
        "acknowledgement.silence-decided");
    refused(
        act(letter, "{\"what\":\"TRANSFER\",\"to\":\"Département\",\"means\":\"EMAIL\"}"),
        409,
        "acknowledgement.already-decided");
    refused(
        act(
            letter,
            "{\"what\":\"PIECES\",\"pieces\":[\"Statuts\"],\"days\":30,\"means\":\"EMAIL\"}"),
        409,
        "acknowledgement.already-decided");
    refused(
        act(letter, "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\"}"),
        422,
        "acknowledgement.undoes");
    done(
        act(
            letter,
            "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\",\"words\":\"Demande d’argent.\"}"));
    assertThat(json(ASSISTANT.get(letter + "/legal")).getString("regime")).isEqualTo("SVR");
  }

  @Test
  void DEL2_nothing_more_is_written_of_a_request_withdrawn() {
    var receipt = submitted("Retirée");
    var letter = qualified(receipt);
    done(PORTAL.post("/v1/submissions/" + receipt.getInt("id") + "/withdrawal", "{}"));
    for (var what :
        List.of("ARE\"", "PIECES\",\"pieces\":[\"Statuts\"],\"days\":30", "ATTESTATION\"")) {
      refused(
          act(letter, "{\"what\":\"" + what + ",\"means\":\"EMAIL\"}"),
          409,
          "acknowledgement.withdrawn");
    }
  }

  @Test
  void L112_14_who_refuses_electronic_means_is_answered_by_post_alone() {
    var receipt = submitted("Refus");
    var letter = qualified(receipt);
    done(act(letter, "{\"what\":\"ANSWERING\",\"electronicRefused\":true}"));
    refused(
        act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"), 422, "acknowledgement.no-address");
    done(act(letter, "{\"what\":\"ANSWERING\",\"electronicRefused\":false}"));
    done(act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"));
  }

  @Test
  void R112_11_3_it_goes_where_the_person_said_and_not_where_one_failed() {
    var receipt = submitted("Ailleurs", "ailleurs@example.org");
    var letter = qualified(receipt);
    done(act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"));
    var number = "ARE-" + receipt.getString("chrono");
    assertThat(recipient(number)).isEqualTo("ailleurs@example.org");
    ATown.until(() -> receipt, r -> ATown.texts(status(number)).equals(List.of("SENT")));
    ATown.change(
        "update acknowledgement set status = 'FAILED' where number = '%s' and kind = 'ARE'"
            .formatted(number));
    done(act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"));
    assertThat(recipient(number + "-2")).isEqualTo("amis@example.org");
    refused(
        act(letter, "{\"what\":\"ANSWERING\",\"address\":\"noreply@example.org\"}"),
        422,
        "acknowledgement.not-answerable");
    done(act(letter, "{\"what\":\"ANSWERING\",\"address\":\"corrige@example.org\"}"));
    done(act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"));
    assertThat(recipient(number + "-3")).isEqualTo("corrige@example.org");
  }

  @Test
  void DEL2_the_letter_says_where_it_stands_and_is_followed_from_there(Browser assistant) {
    var letter = qualified(submitted("Panneau"));
    var id = letter.substring(letter.lastIndexOf('/') + 1);
    var view = "/correspondence/view.xhtml?id=" + id;
    var page = assistant.login("assistante").page();
    assistant.open(view);
    assertThat(page.locator("#legal").innerText())
        .contains("réputée rejetée", "CRPA, art. L231-4", "Accusé d’enregistrement");
    page.locator("#legal details").first().locator("summary").click();
    assertThat(page.locator("#legal-dates").innerText()).contains("au plus tard", "R112-11-2");
    assistant.screenshot("panel").assertAccessible().assertFitsNarrow();

    page.locator("#legal a[href$='do=acknowledge']").click();
    page.locator(".doing #prepare").waitFor();
    assertThat(page.locator("#pieces, #reason, #to, #on").count()).isZero();
    page.locator(".deeds a[href$='deed=PIECES']").click();
    page.locator("#pieces").fill("Statuts\nBudget");
    page.locator("#days").fill("500");
    page.locator("#prepare").click();
    page.locator("#days-error .error").waitFor();
    assertThat(page.locator("#pieces").inputValue()).isEqualTo("Statuts\nBudget");
    page.locator("#days").fill("30");
    page.locator("#prepare").click();
    page.waitForCondition(() -> page.locator("#text").inputValue().contains("- Statuts"));
    assertThat(page.locator("#text").inputValue()).contains("- Budget", "03 53 01 20 10");
    assistant.screenshot("pieces").assertAccessible().assertFitsNarrow();
    page.locator("#text").fill("Il nous manque des pièces.");
    page.locator("#go").click();
    page.locator("#text-error .error").waitFor();
    assertThat(page.locator("#text-error").innerText()).contains("Il manque le service");
    page.locator("#text").fill("");
    page.locator("#go").click();
    page.locator("#legal:has-text('suspendu')").waitFor();

    assistant.open(view + "&do=acknowledge&deed=PIECES_RECEIVED");
    page.locator("#on_input").waitFor();
    assertThat(page.locator("#text, #means").count()).isZero();
    ATown.change(
        "update acknowledgement set status = 'FAILED', reason = '550 nobody here' where kind = 'PIECES' and correspondence_id = "
            + id);
    assistant.open(view);
    page.locator("#legal summary:has-text('Non remis')").click();
    assertThat(page.locator("#legal").innerText()).contains("n’est pas parti", "550 nobody here");
    assistant.screenshot("failed").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  @Test
  void AR_1_on_paper_it_waits_to_be_printed_with_the_address_and_is_said_to_be_posted(
      Browser assistant) {
    var answer =
        MAIL_OFFICE.post(
            "/v1/correspondence",
            List.of(
                Part.json(
                    "metadata",
                    """
                    {"subject":"Accusé sur papier %s","type":"SUBV","unit":"DSP","sender":{"lastName":"Quatresols","street":"3 rue des Lilas","postcode":"25300","city":"Pontarlieu"}}"""
                        .formatted(UUID.randomUUID()))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var id = json(answer).getJsonNumber("id").longValue();
    var letter = "/v1/correspondence/" + id;
    refused(
        act(letter, "{\"what\":\"POSTED\",\"number\":\"ARE-0\"}"),
        422,
        "acknowledgement.not-to-post");
    done(act(letter, "{\"what\":\"ARE\",\"means\":\"POST\"}"));
    var page = assistant.login("assistante").open("/correspondence/view.xhtml?id=" + id).page();
    page.locator("#legal summary:has-text('À poster')").click();
    page.locator("#legal a[href*='acknowledgement.xhtml']").click();
    page.waitForLoadState();
    assertThat(page.locator(".posted-letter").innerText())
        .contains("3 RUE DES LILAS", "25300 PONTARLIEU", "Service chargé de votre dossier")
        .doesNotContain("@", "{{");
    assistant.screenshot("paper").assertAccessible().assertFitsNarrow();
    page.locator("#posted").click();
    page.locator("#legal summary:has-text('Parti')").waitFor();
    assistant.assertNoPageError();
  }

  @Test
  void L232_4_reasons_of_a_refusal_by_silence_are_owed_within_a_month() {
    var letter = qualified(submitted("Motifs"));
    refused(
        act(letter, "{\"what\":\"REASONS_ASKED\"}"), 409, "acknowledgement.not-refused-by-silence");
    done(act(letter, "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\",\"days\":3}"));
    acknowledged(letter);
    arrived(letter, 10);
    refused(act(letter, "{\"what\":\"REASONS_GIVEN\"}"), 409, "acknowledgement.no-reasons-owed");
    refused(
        act(letter, "{\"what\":\"REASONS_ASKED\",\"on\":\"2020-01-01\"}"),
        422,
        "acknowledgement.reasons-too-early");
    done(act(letter, "{\"what\":\"REASONS_ASKED\"}"));
    assertThat(sentence(letter)).contains("motifs demandés le", "le recours reste ouvert");
    assertThat(json(ASSISTANT.get(letter + "/legal")).getJsonArray("timeline").toString())
        .contains("REASONS_DUE", "L232-4")
        .doesNotContain("APPEAL");
    refused(
        act(letter, "{\"what\":\"REASONS_ASKED\"}"), 409, "acknowledgement.reasons-asked-already");
    refused(
        act(letter, "{\"what\":\"REASONS_GIVEN\",\"on\":\"2020-01-01\"}"),
        422,
        "acknowledgement.reasons-before");
    done(act(letter, "{\"what\":\"REASONS_GIVEN\"}"));
    assertThat(sentence(letter)).contains("motifs donnés le", "recours contentieux possible");
  }

  @Test
  void L232_4_once_the_delay_of_appeal_is_over_no_reasons_are_owed() {
    var letter = qualified(submitted("Motifs trop tard"));
    done(act(letter, "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\",\"days\":3}"));
    acknowledged(letter);
    arrived(letter, 200);
    refused(act(letter, "{\"what\":\"REASONS_ASKED\"}"), 422, "acknowledgement.appeal-over");
  }

  @Test
  void DEL2_the_ARE_of_a_type_that_says_so_leaves_by_itself_or_says_what_lacks() {
    ATown.change(
        "update document_type set acknowledged_alone = true where tenant_id = 1 and code = 'SUBV'");
    try {
      var receipt = submitted("Tout seul");
      var letter = qualified(receipt);
      var number = "ARE-" + receipt.getString("chrono");
      ATown.until(() -> receipt, r -> ATown.texts(status(number)).equals(List.of("SENT")));
      assertThat(ASSISTANT.get(letter + "/history").body()).contains("Vaguemestre", "what=ARE");

      var nowhere = qualified(submitted("Sans adresse", "", ""));
      ATown.until(
          () -> receipt, r -> ASSISTANT.get(nowhere + "/history").body().contains("ARE_LACKS"));
      assertThat(ASSISTANT.get(nowhere + "/history").body()).contains("Aucune adresse");
      assertThat(
              json(ASSISTANT.get(nowhere + "/legal")).getJsonArray("acknowledgements").toString())
          .doesNotContain("\"ARE\"");
    } finally {
      ATown.change(
          "update document_type set acknowledged_alone = false where tenant_id = 1 and code = 'SUBV'");
    }
  }

  @Test
  void L231_1_the_regime_is_that_of_the_qualification_until_an_ARE_that_arrived_told_it() {
    var letter = qualified(submitted("Requalifiée"));
    done(
        act(
            letter,
            "{\"what\":\"PIECES\",\"pieces\":[\"Statuts\"],\"days\":30,\"means\":\"EMAIL\"}"));
    assertThat(regime(letter)).isEqualTo("SVR");
    requalified(letter, "SCOL");
    assertThat(regime(letter)).isEqualTo("SVA");
    acknowledged(letter);
    requalified(letter, "SUBV");
    assertThat(regime(letter)).as("as the person was told").isEqualTo("SVA");
    ATown.change(
        "update acknowledgement set status = 'FAILED' where kind = 'ARE' and correspondence_id = "
            + id(letter));
    assertThat(regime(letter)).as("nobody was told").isEqualTo("SVR");
  }

  @Test
  void L231_1_what_an_agent_decided_of_silence_stays_whatever_it_is_qualified_as() {
    var letter = qualified(submitted("Décidée"));
    done(act(letter, "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\"}"));
    requalified(letter, "SCOL");
    assertThat(regime(letter)).isEqualTo("SVR");
  }

  @Test
  void L112_6_without_a_complete_ARE_no_delay_of_appeal_is_stated() {
    var letter = qualified(submitted("Sans accusé"));
    done(act(letter, "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\",\"days\":3}"));
    arrived(letter, 200);
    assertThat(sentence(letter)).contains("réputée rejetée", "L112-6").doesNotContain("possible");
    assertThat(json(ASSISTANT.get(letter + "/legal")).getJsonArray("timeline").toString())
        .contains("IMPLICIT")
        .doesNotContain("APPEAL");
    done(act(letter, "{\"what\":\"REASONS_ASKED\"}"));
    done(act(letter, "{\"what\":\"REASONS_GIVEN\"}"));
    assertThat(sentence(letter)).contains("motifs donnés le", "L112-6");
  }

  @Test
  void L114_5_a_request_for_pieces_that_came_back_suspends_nothing() {
    var receipt = submitted("Pièces perdues");
    var letter = qualified(receipt);
    done(
        act(
            letter,
            "{\"what\":\"PIECES\",\"pieces\":[\"Statuts\"],\"days\":30,\"means\":\"EMAIL\"}"));
    var number = "PIECES-" + receipt.getString("chrono");
    ATown.until(() -> receipt, r -> ATown.texts(status(number)).equals(List.of("SENT")));
    assertThat(sentence(letter)).contains("suspendu");
    ATown.change("update acknowledgement set status = 'FAILED' where number = '" + number + "'");
    assertThat(sentence(letter)).contains("Sans réponse d’ici au").doesNotContain("suspendu");
    assertThat(json(ASSISTANT.get(letter + "/legal")).getJsonArray("timeline").toString())
        .contains("PIECES_UNDELIVERED")
        .doesNotContain("PIECES_ASKED", "PIECES_DUE");
    done(act(letter, "{\"what\":\"ANSWERING\",\"address\":\"corrige@example.org\"}"));
    done(
        act(
            letter,
            "{\"what\":\"PIECES\",\"pieces\":[\"Budget\"],\"days\":30,\"means\":\"EMAIL\"}"));
    assertThat(
            ATown.texts("select body from acknowledgement where number = '" + number + "-2'")
                .getFirst())
        .contains("- Budget");
    assertThat(sentence(letter)).contains("suspendu");
  }

  @Test
  void L114_2_a_request_sent_on_by_another_administration_is_rejected_from_its_receipt_there() {
    var letter = qualified(submitted("Transmise par la préfecture"));
    var arrived = LocalDate.parse(json(ASSISTANT.get(letter)).getString("arrivalDate"));
    refused(
        elsewhere(letter, arrived.plusDays(1)), 422, "correspondence.first-received-after-arrival");
    var usual = implicit(letter);
    done(elsewhere(letter, arrived.minusMonths(1)));
    assertThat(json(ASSISTANT.get(letter)).getString("firstReceivedOn"))
        .isEqualTo(arrived.minusMonths(1).toString());
    assertThat(implicit(letter)).isEqualTo(arrived.minusMonths(1).plusMonths(2)).isBefore(usual);
    assertThat(ASSISTANT.get(letter + "/legal").body())
        .contains("FIRST_RECEIVED", "première administration", "L114-2");
    requalified(letter, "SUBV");
    assertThat(implicit(letter)).as("not given again, it stays").isBefore(usual);
  }

  private static HttpResponse<String> elsewhere(String letter, LocalDate day) {
    return ASSISTANT.post(
        letter + "/actions/qualify",
        "{\"type\":\"SUBV\",\"unit\":\"DSP\",\"firstReceivedOn\":\"" + day + "\"}",
        "If-Match",
        tag(letter));
  }

  private static LocalDate implicit(String letter) {
    return json(ASSISTANT.get(letter + "/legal")).getJsonArray("timeline").stream()
        .map(JsonValue::asJsonObject)
        .filter(step -> step.getString("kind").equals("IMPLICIT"))
        .map(step -> LocalDate.parse(step.getString("date")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void L114_5_a_first_request_for_pieces_that_comes_back_after_the_second_moved_nothing() {
    var letter = qualified(submitted("Pièces demandées deux fois"));
    var usual = implicit(letter);
    for (var days : List.of(30, 10)) {
      done(
          act(
              letter,
              "{\"what\":\"PIECES\",\"pieces\":[\"Budget\"],\"days\":%d,\"means\":\"EMAIL\"}"
                  .formatted(days)));
      if (days == 30) {
        ATown.change(
            """
            update legal_request set pieces_asked_on = pieces_asked_on - 5 where correspondence_id = %1$s;
            update correspondence set arrival_date = arrival_date - 5 where id = %1$s
            """
                .formatted(id(letter)));
      }
    }
    var asked = implicit(letter);
    ATown.change(
        "update acknowledgement set status = 'FAILED' where kind = 'PIECES' and correspondence_id = "
            + id(letter)
            + " and id = (select earlier_request from legal_request where correspondence_id = "
            + id(letter)
            + ")");
    assertThat(implicit(letter)).as("the first moved five days").isEqualTo(asked.minusDays(5));
    ATown.change(
        "update acknowledgement set status = 'FAILED' where kind = 'PIECES' and correspondence_id = "
            + id(letter));
    assertThat(implicit(letter)).as("none moved it").isBefore(usual);
    assertThat(sentence(letter)).doesNotContain("suspendu");
  }

  @Test
  void L231_4_an_interim_reply_decides_nothing_and_the_letter_is_still_to_be_answered() {
    var reply = AMailing.signed("Réponse d’attente");
    reply.act(
        AReply.ASSISTANT,
        "acknowledge",
        "{\"what\":\"REGIME\",\"reason\":\"FINANCIAL\",\"months\":2}");
    reply.act(
        AReply.ASSISTANT,
        "send",
        "{\"means\":\"EMAIL\",\"recipient\":\"attente@example.org\",\"interim\":true}");
    ATown.until(
        () -> reply.last(),
        r ->
            ATown.texts("select status from sending where correspondence_id = " + reply.id())
                .equals(List.of("SENT")));
    assertThat(reply.state()).isEqualTo("TO_PROCESS");
    assertThat(sentence(reply.path())).contains("Sans réponse d’ici au");
    assertThat(ASSISTANT.get(reply.path() + "/history").body()).contains("SEND_INTERIM");
    ATown.change("update correspondence set state = 'TO_SEND' where id = " + reply.id());
    refused(
        reply.tried(
            AReply.ASSISTANT,
            "send",
            "{\"means\":\"EMAIL\",\"recipient\":\"attente@example.org\"}"),
        409,
        "dispatch.left-interim");
  }

  @Test
  void
      SVE_9_who_may_not_qualify_puts_nothing_in_quarantine_and_who_may_finds_it_and_gives_it_back() {
    var agent = Rest.as("agent");
    var receipt = submitted("Retenue à tort");
    var letter = qualified(receipt, "EQS");
    var quarantine = "{\"what\":\"QUARANTINE\",\"words\":\"Répétition.\"}";
    refused(
        agent.post(letter + "/actions/acknowledge", quarantine, "If-Match", tag(letter)),
        403,
        "acknowledgement.quarantine-right");
    done(act(letter, quarantine));
    assertThat(ASSISTANT.get("/v1/baskets/QUARANTINE/items?limit=200").body())
        .contains("\"id\":" + id(letter) + ",");
    assertThat(agent.get(letter + "/actions").body())
        .doesNotContain("\"acknowledge\"", "\"draft\"");
    assertThat(ASSISTANT.get(letter + "/actions").body())
        .contains("Sortir de la quarantaine")
        .doesNotContain("\"redirect\"");
    refused(
        act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"), 409, "acknowledgement.quarantined");
    done(
        ASSISTANT.post(
            letter + "/actions/acknowledge", "{\"what\":\"RELEASE\"}", "If-Match", tag(letter)));
    assertThat(agent.get(letter + "/actions").body()).contains("\"acknowledge\"", "\"draft\"");
  }

  /** By mail, and gone. */
  private static void acknowledged(String letter) {
    done(act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"));
    var left =
        "select status from acknowledgement where kind = 'ARE' and correspondence_id = "
            + id(letter);
    ATown.until(() -> JsonObject.EMPTY_JSON_OBJECT, r -> ATown.texts(left).equals(List.of("SENT")));
  }

  private static void requalified(String letter, String type) {
    done(
        ASSISTANT.post(
            letter + "/actions/qualify",
            "{\"type\":\"" + type + "\",\"unit\":\"DSP\"}",
            "If-Match",
            tag(letter)));
  }

  private static String regime(String letter) {
    return json(ASSISTANT.get(letter + "/legal")).getString("regime");
  }

  private static String id(String letter) {
    return letter.substring(letter.lastIndexOf('/') + 1);
  }

  /** With what was acknowledged as long ago. */
  private static void arrived(String letter, int daysAgo) {
    ATown.change(
        """
        update correspondence set arrival_date = arrival_date - %1$d where id = %2$s;
        update acknowledgement set done_at = done_at - interval '%1$d days' where correspondence_id = %2$s
        """
            .formatted(daysAgo, id(letter)));
  }

  private static String recipient(String number) {
    return ATown.texts("select recipient from acknowledgement where number = '" + number + "'")
        .getFirst();
  }

  private static JsonObject submitted(String subject) {
    return submitted(subject, "");
  }

  /** With that address for acknowledgements, empty for none. */
  private static JsonObject submitted(String subject, String replyTo) {
    return submitted(subject, replyTo, ",\"email\":\"amis@example.org\"");
  }

  private static JsonObject submitted(String subject, String replyTo, String email) {
    var answer =
        PORTAL.post(
            "/v1/submissions",
            """
            {"type":"SUBV","subject":"%s %s","text":"Bonjour.","association":{"name":"Les Amis du kiosque","rna":"W251000123"%s},"replyTo":%s}"""
                .formatted(
                    subject,
                    UUID.randomUUID(),
                    email,
                    replyTo.isEmpty() ? "null" : "\"" + replyTo + "\""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private static String qualified(JsonObject receipt) {
    return qualified(receipt, "DSP");
  }

  private static String qualified(JsonObject receipt, String unit) {
    var letter =
        "/v1/correspondence/"
            + ATown.number(
                "select correspondence_id from submission where id = " + receipt.getInt("id"));
    var tag = MAIL_OFFICE.get(letter).headers().firstValue("ETag").orElseThrow();
    done(
        MAIL_OFFICE.post(
            letter + "/actions/qualify",
            "{\"type\":\"SUBV\",\"unit\":\"" + unit + "\"}",
            "If-Match",
            tag));
    return letter;
  }

  private static HttpResponse<String> act(String letter, String body) {
    return ASSISTANT.post(letter + "/actions/acknowledge", body, "If-Match", tag(letter));
  }

  private static String tag(String letter) {
    return ASSISTANT.get(letter).headers().firstValue("ETag").orElseThrow();
  }

  private static String sentence(String letter) {
    return json(ASSISTANT.get(letter + "/legal")).getString("sentence");
  }

  private static String status(String number) {
    return "select status from acknowledgement where number = '" + number + "'";
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"" + code + "\"");
  }
}
