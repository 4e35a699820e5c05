package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SVE-9, CRPA L112-11: what is abusive waits apart with its reason, and is given back. */
@Journey
class QuarantineIT {
  private static ATown town;
  private static APortal portal;

  @BeforeAll
  static void a_town_with_a_portal() {
    town = ATown.founded("abus." + UUID.randomUUID().toString().substring(0, 6));
    portal = APortal.full(town);
  }

  @Test
  void SVE_9_in_quarantine_nothing_is_due_nor_done_and_the_letter_is_in_a_basket_of_its_own() {
    var receipt = submitted("Cent fois", "insiste@example.fr");
    var letter = letter(receipt);
    assertThat(subjects("TO_QUALIFY")).contains("Cent fois");
    refused(act(letter, "{\"what\":\"QUARANTINE\"}"), 422, "acknowledgement.quarantine-why");
    refused(act(letter, "{\"what\":\"RELEASE\"}"), 409, "acknowledgement.not-quarantined");
    refused(
        act(letter, "{\"what\":\"ARE\",\"means\":\"EMAIL\"}"),
        409,
        "acknowledgement.qualify-first");
    done(act(letter, "{\"what\":\"QUARANTINE\",\"words\":\"Le même texte cent fois.\"}"));

    assertThat(subjects("TO_QUALIFY")).doesNotContain("Cent fois");
    assertThat(subjects("QUARANTINE")).contains("Cent fois");
    var status = json(portal.rest().get("/v1/submissions/" + receipt.getInt("id")));
    assertThat(status.toString())
        .contains("Reçu, en cours de vérification")
        .doesNotContain("cent fois");
    var legal = json(admin().get(letter + "/legal"));
    assertThat(legal.getJsonObject("quarantine").getBoolean("held")).isTrue();
    assertThat(legal.getJsonObject("quarantine").getString("reason"))
        .isEqualTo("Le même texte cent fois.");
    assertThat(legal.getJsonArray("timeline").toString()).doesNotContain("AEE_DUE", "ARE_DUE");
    refused(
        act(letter, "{\"what\":\"QUARANTINE\",\"words\":\"Encore.\"}"),
        409,
        "acknowledgement.quarantined-already");
    refused(
        admin()
            .post(
                letter + "/actions/qualify",
                "{\"type\":\"DIVERS\",\"unit\":\"MAIRIE\"}",
                "If-Match",
                tag(letter)),
        409,
        "acknowledgement.quarantined");

    done(act(letter, "{\"what\":\"RELEASE\",\"words\":\"Une vraie demande.\"}"));
    assertThat(subjects("TO_QUALIFY")).contains("Cent fois");
    assertThat(subjects("QUARANTINE")).doesNotContain("Cent fois");
    assertThat(admin().get(letter + "/history").body()).contains("what=QUARANTINE", "what=RELEASE");
    done(
        admin()
            .post(
                letter + "/actions/qualify",
                "{\"type\":\"DIVERS\",\"unit\":\"MAIRIE\"}",
                "If-Match",
                tag(letter)));
  }

  @Test
  void L112_11_beyond_the_towns_limit_the_next_are_suggested_or_held_with_the_reason() {
    limit(2, false);
    try {
      for (int i = 0; i < 2; i++) {
        assertThat(standing(submitted("Compté", "trop@example.fr"))).isEqualTo("{}");
      }
      var suggested = submitted("Suspect", "trop@example.fr");
      assertThat(standing(suggested)).contains("\"held\":false", "Plus de 2 envois en une heure");
      assertThat(subjects("TO_QUALIFY")).contains("Suspect");
      assertThat(standing(submitted("Autre", "calme@example.fr"))).isEqualTo("{}");

      limit(2, true);
      var held = submitted("Retenu", "trop@example.fr");
      assertThat(standing(held))
          .contains("\"held\":true", "Plus de 2 envois en une heure")
          .as("how many, of letters that whoever reads this one may not see, is not told")
          .doesNotContain("4 envois", "limite : 2");
      assertThat(held.getJsonObject("acknowledgement").getString("kind")).isEqualTo("AEE");
      assertThat(
              ATown.texts(
                  "select means from acknowledgement where kind = 'AEE' and correspondence_id = "
                      + id(held)))
          .containsExactly("ANSWER");
      assertThat(subjects("TO_QUALIFY")).doesNotContain("Retenu");
      assertThat(admin().get(letter(held) + "/history").body()).contains("QUARANTINE_BY_ITSELF");
      ATown.change(
          "update unit set email = 'mairie@example.org' where code = 'MAIRIE' and tenant_id = "
              + town.id());
      done(act(letter(held), "{\"what\":\"RELEASE\"}"));
      assertThat(
              ATown.texts(
                  "select means || ' ' || recipient from acknowledgement where kind = 'AEE' and correspondence_id = "
                      + id(held)))
          .as("its AEE leaves once it is given back")
          .containsExactly("EMAIL trop@example.fr");
      done(act(letter(suggested), "{\"what\":\"RELEASE\"}"));
      assertThat(standing(suggested)).isEqualTo("{}");
    } finally {
      ATown.change("delete from town_abuse where tenant_id = " + town.id());
    }
  }

  @Test
  void SVE_9_a_letter_closed_in_an_older_version_of_its_circuit_is_given_back() {
    var receipt = submitted("Ancien circuit", "ancien@example.fr");
    var letter = letter(receipt);
    done(act(letter, "{\"what\":\"QUARANTINE\",\"words\":\"Répétition.\"}"));
    assertThat(admin().get(letter + "/actions").body())
        .contains("Sortir de la quarantaine")
        .doesNotContain("\"qualify\"");
    ATown.change(
        """
        create temp table old_version as
          select v.*, nextval('row_id') as fresh from correspondence c
            join circuit_version v on v.tenant_id = c.tenant_id and v.id = c.circuit_version_id where c.id = %1$d;
        insert into circuit_version (tenant_id, id, version, circuit_id, number, published_at)
          select tenant_id, fresh, 1, circuit_id, 900, published_at from old_version;
        insert into circuit_state
          select (jsonb_populate_record(s, jsonb_build_object('id', nextval('row_id'), 'circuit_version_id', o.fresh))).*
            from old_version o join circuit_state s on s.tenant_id = o.tenant_id and s.circuit_version_id = o.id;
        insert into circuit_transition
          select (jsonb_populate_record(t, jsonb_build_object('id', nextval('row_id'), 'circuit_version_id', o.fresh))).*
            from old_version o join circuit_transition t on t.tenant_id = o.tenant_id and t.circuit_version_id = o.id and t.action <> 'ACKNOWLEDGE';
        update correspondence c set circuit_version_id = o.fresh, state = 'CLOSED', closed = true from old_version o where c.id = %1$d;
        drop table old_version
        """
            .formatted(id(receipt)));
    assertThat(subjects("QUARANTINE")).contains("Ancien circuit");
    done(act(letter, "{\"what\":\"RELEASE\"}"));
    assertThat(subjects("QUARANTINE")).doesNotContain("Ancien circuit");
    assertThat(json(admin().get(letter)).getString("state")).isEqualTo("CLOSED");
    ATown.change(
        """
        update correspondence c set circuit_version_id = v.id from circuit_version o
          join circuit_version v on v.tenant_id = o.tenant_id and v.circuit_id = o.circuit_id and v.number < o.number and v.published_at is not null
         where c.id = %1$d and o.id = c.circuit_version_id and o.number = 900;
        delete from circuit_transition t using circuit_version v where v.number = 900 and t.tenant_id = v.tenant_id and t.circuit_version_id = v.id;
        delete from circuit_state s using circuit_version v where v.number = 900 and s.tenant_id = v.tenant_id and s.circuit_version_id = v.id;
        delete from circuit_version where number = 900
        """
            .formatted(id(receipt)));
  }

  @Test
  void L231_1_who_may_give_a_letter_back_is_warned_before_silence_decides_of_it() {
    var receipt = submitted("Bientôt décidé", "bientot@example.fr");
    done(act(letter(receipt), "{\"what\":\"QUARANTINE\",\"words\":\"Répétition.\"}"));
    ATown.change(
        """
        insert into legal_request (tenant_id, correspondence_id, regime, regime_reason, days, settled)
          values (%d, %d, 'SVA', 'PRINCIPLE', 5, 'DECIDED')"""
            .formatted(town.id(), id(receipt)));
    new Night(town).run("reminders");
    assertThat(
            ATown.texts(
                "select distinct a.login from notification n join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id"
                    + " where n.reason = 'SILENCE_NEAR' and n.correspondence_id = "
                    + id(receipt)))
        .containsExactly(town.login().replaceFirst("@.*", ""));
  }

  @Test
  void SVE_9_an_agent_does_it_on_the_letter_and_an_administrator_sets_the_limit(Browser agent) {
    var receipt = submitted("À l’écran", "ecran@example.fr");
    var view = "/correspondence/view.xhtml?id=" + id(receipt);
    var page = agent.login(town.login(), ATown.PASSWORD).page();
    agent.open(view + "&do=acknowledge");
    assertThat(page.locator(".deeds").innerText())
        .contains("Mettre en quarantaine")
        .doesNotContain("Demander des pièces");
    page.locator("#words").fill("Envoi publicitaire répété");
    page.locator("#go").click();
    page.locator("#quarantine:has-text('Envoi publicitaire répété')").waitFor();
    assertThat(page.locator("#quarantine").innerText())
        .containsPattern("En quarantaine depuis le \\d.* à \\d\\d:\\d\\d")
        .doesNotContain("à l’instant");
    assertThat(page.locator("body").innerText())
        .contains("Sortir de la quarantaine")
        .doesNotContain("Qualifier et transmettre");
    agent.screenshot("held").assertAccessible().assertFitsNarrow();
    agent.open(view + "&do=acknowledge");
    page.locator("#go").click();
    page.locator("#legal:not(:has(#quarantine)):not(:has-text('En quarantaine'))").waitFor();

    agent.open("/admin/clients.xhtml");
    page.locator("#perHour").fill("0");
    page.locator("#limit").click();
    page.locator("#perHour-error .error").waitFor();
    page.locator("#perHour").fill("50");
    page.locator("#held").check();
    page.locator("#limit").click();
    page.locator("text=La limite est enregistrée.").waitFor();
    assertThat(page.locator("#perHour").inputValue()).isEqualTo("50");
    agent.screenshot("limit").assertAccessible().assertFitsNarrow().assertNoPageError();
    page.locator("#perHour").fill("");
    page.locator("#limit").click();
    page.waitForCondition(() -> page.locator("#perHour").inputValue().isEmpty());
  }

  private static void limit(int perHour, boolean held) {
    ATown.change(
        "delete from town_abuse where tenant_id = %1$d; insert into town_abuse (tenant_id, per_hour, held) values (%1$d, %2$d, %3$b)"
            .formatted(town.id(), perHour, held));
  }

  /** As JSON; {@code {}} of a letter that nobody suspects. */
  private static String standing(JsonObject receipt) {
    var legal = json(admin().get(letter(receipt) + "/legal"));
    return legal.containsKey("quarantine") && !legal.isNull("quarantine")
        ? legal.getJsonObject("quarantine").toString()
        : "{}";
  }

  private static String subjects(String basket) {
    return admin().get("/v1/baskets/" + basket + "/items?limit=200").body();
  }

  private static JsonObject submitted(String subject, String email) {
    var answer =
        portal
            .rest()
            .post(
                "/v1/submissions",
                """
                {"type":"DIVERS","subject":"%s","text":"Bonjour.","person":{"firstName":"Jean","lastName":"Dupuis","email":"%s",
                 "postalAddress":{"street":"1 rue Haute","postcode":"25300","city":"Pontarlieu"}}}"""
                    .formatted(subject, email));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private static long id(JsonObject receipt) {
    return ATown.number(
        "select correspondence_id from submission where id = " + receipt.getInt("id"));
  }

  private static String letter(JsonObject receipt) {
    return "/v1/correspondence/" + id(receipt);
  }

  private static Rest admin() {
    return town.administrator();
  }

  private static HttpResponse<String> act(String letter, String body) {
    return admin().post(letter + "/actions/acknowledge", body, "If-Match", tag(letter));
  }

  private static String tag(String letter) {
    return admin().get(letter).headers().firstValue("ETag").orElseThrow();
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"" + code + "\"");
  }
}
