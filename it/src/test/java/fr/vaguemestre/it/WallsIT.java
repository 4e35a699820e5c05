package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a forger, another site or somebody who has left meets (ASVS 4.0.3: V3 sessions, V4 access,
 * V13 and V14 requests and headers).
 */
@Journey
class WallsIT {
  private static final String STATE = "jakarta.faces.ViewState";
  private static final String FORM = "/admin/priority.xhtml";
  private static final String NEW = "Quatre-Vents-2026!";

  @Test
  void V4_a_forged_view_state_brings_the_page_back_and_saves_nothing() {
    var admin = Visitor.as("admin");
    var good = priority(admin);
    var state = good.get(STATE);
    assertThat(admin.post(FORM, with(good, "code", "")).body())
        .as("the form is listened to, were it not forged")
        .contains("value=\"Forgée\"");
    for (var forged :
        List.of(
            "",
            "stateless",
            "123:456",
            "not base64 at all!",
            state.substring(0, state.length() - 12) + "AAAAAAAAAAAA",
            "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhw")) {
      var answer = admin.post(FORM, with(good, STATE, forged));
      assertThat(answer.statusCode()).as("state " + forged).isEqualTo(302);
      assertThat(location(answer)).endsWith(FORM);
    }
    var none = new LinkedHashMap<>(good);
    none.remove(STATE);
    Visitor.assertClean(admin.post(FORM, none).body(), "no state");
    assertThat(admin.get("/admin/priorities.xhtml").body()).doesNotContain(good.get("code"));
  }

  @Test
  void V4_a_form_of_somebody_else_gives_no_more_than_one_s_own_rights() {
    var admin = Visitor.as("admin");
    var form = priority(admin);
    var agent = Visitor.as("agent");
    assertThat(agent.post(FORM, form).statusCode()).isEqualTo(403);
    var without = new Visitor().post(FORM, form);
    assertThat(without.statusCode()).isEqualTo(302);
    assertThat(location(without)).contains("/login.xhtml");
    assertThat(admin.get("/admin/priorities.xhtml").body()).doesNotContain(form.get("code"));
  }

  @Test
  void V4_a_form_gives_no_group_that_it_did_not_offer() {
    var assistant = Visitor.as("assistante");
    var login = "forge" + System.nanoTime();
    var form = assistant.form("/admin/agent.xhtml", "agent");
    form.putAll(
        Map.of(
            "firstName", "Fabien",
            "lastName", "Forgé",
            "login", login,
            "rows:0:postUnit_input", "Équipements (▸ EQS)",
            "rows:0:postFunction", "AGENT",
            "rows:0:postMain", "on",
            "save", ""));
    var forged = assistant.post("/admin/agent.xhtml", with(form, "groups", "ADMINISTRATEURS"));
    assertThat(forged.statusCode()).isEqualTo(200);
    assertThat(forged.body()).contains("href=\"#groups\"", "value=\"Forgé\"");
    var admin = Visitor.as("admin");
    assertThat(admin.get("/admin/agent.xhtml?login=" + login).statusCode()).isEqualTo(404);
    assertThat(assistant.post("/admin/agent.xhtml", with(form, "groups", "AGENTS")).statusCode())
        .as("the form is listened to, were it not forged")
        .isEqualTo(302);
    assertThat(admin.get("/admin/agent.xhtml?login=" + login).statusCode()).isEqualTo(200);
  }

  @Test
  void V13_a_character_no_database_keeps_is_told_by_its_field() {
    var letter =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"a\\u0000b\",\"type\":\"SALLE\",\"unit\":\"EQS\"}")));
    assertThat(letter.statusCode()).as(letter.body()).isBetween(400, 499);
    Visitor.assertClean(letter.body(), "NUL in JSON");
    var admin = Visitor.as("admin");
    var answer = admin.post(FORM, with(priority(admin), "label", "a\u0000b"));
    assertThat(answer.statusCode()).isBetween(200, 499);
    Visitor.assertClean(answer.body(), "NUL in a form");
  }

  @Test
  void V13_another_site_s_page_sends_nothing_in_the_reader_s_name() {
    var admin = Visitor.as("admin");
    var out = admin.form("/index.xhtml", "leave");
    out.put("leave:logout", "");
    for (var from :
        List.of(
            new String[] {"Origin", "https://ailleurs.example"},
            new String[] {"Origin", "null"},
            new String[] {"Sec-Fetch-Site", "cross-site"},
            new String[] {"Sec-Fetch-Site", "same-site"})) {
      var answer = admin.post("/index.xhtml", out, from);
      assertThat(answer.statusCode()).as(String.join(" ", from)).isEqualTo(403);
      Visitor.assertClean(answer.body(), "another site");
    }
    assertThat(admin.get("/index.xhtml").statusCode()).as("still logged in").isEqualTo(200);
    assertThat(new Visitor().enter("agent", "demo", "Origin", "https://ailleurs.example"))
        .as("nor logs anybody in")
        .matches(answer -> answer.statusCode() == 403);
    var own = RunningServer.baseUrl().toString();
    assertThat(admin.post("/index.xhtml", out, "Origin", own).statusCode()).isEqualTo(302);
  }

  @Test
  void V13_nor_calls_the_api_with_a_kept_password_or_the_screens_session() {
    var refused =
        Rest.as("courrier").post("/v1/tokens", "{}", "Origin", "https://ailleurs.example");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Rest.json(refused).getString("code")).isEqualTo("request.other-site");
    var session = Visitor.as("courrier");
    assertThat(session.get("/api/v1/me").statusCode()).isEqualTo(401);
    assertThat(session.post("/api/v1/tokens", Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void V3_a_session_brought_along_is_not_the_one_that_is_opened_and_logout_ends_it()
      throws IOException {
    var visitor = new Visitor();
    visitor.session("choisie-par-un-autre");
    visitor.enter("agent", "demo");
    var opened = visitor.session();
    assertThat(opened).isNotNull().isNotEqualTo("choisie-par-un-autre");
    assertThat(visitor.get("/index.xhtml").statusCode()).isEqualTo(200);

    var out = visitor.form("/index.xhtml", "leave");
    out.put("leave:logout", "");
    assertThat(location(visitor.post("/index.xhtml", out))).contains("/login.xhtml?out=1");
    var replayed = new Visitor();
    replayed.session(opened);
    assertThat(replayed.get("/index.xhtml").statusCode()).isEqualTo(302);
  }

  @Test
  void V3_a_new_password_ends_the_other_sessions_and_the_tokens() {
    var login = ATown.founded("m.murs").login();
    var password = ATown.PASSWORD;
    var token = Rest.json(Rest.as(login, password).post("/v1/tokens", "{}")).getString("token");
    assertThat(Rest.withToken(token).get("/v1/me").statusCode()).isEqualTo(200);
    var here = Visitor.as(login, password);
    var elsewhere = Visitor.as(login, password);

    var form = here.form("/account/account.xhtml", "password-form");
    form.putAll(Map.of("current", password, "password", NEW, "again", NEW, "change", ""));
    here.post("/account/account.xhtml", form);

    assertThat(here.get("/account/account.xhtml").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/account/account.xhtml").statusCode()).isEqualTo(302);
    assertThat(Rest.as(login, password).get("/v1/me").statusCode()).isEqualTo(401);
    assertThat(Rest.as(login, NEW).get("/v1/me").statusCode()).isEqualTo(200);
    assertThat(Rest.withToken(token).get("/v1/me").statusCode())
        .as("the token of the old password")
        .isEqualTo(401);
  }

  @Test
  void V14_headers_and_cookies() {
    var visitor = new Visitor();
    var page = visitor.get("/login.xhtml");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
        .matches("(?s).*script-src 'self' 'nonce-[^']+'.*")
        .doesNotContain("unsafe-eval");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(page, "Cache-Control")).contains("no-store");
    assertThat(header(page, "Strict-Transport-Security")).as("over http").isNull();
    var entered = visitor.enter("agent", "demo");
    assertThat(entered.headers().allValues("Set-Cookie"))
        .anyMatch(c -> c.startsWith("JSESSIONID="))
        .allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    var api = Rest.as("agent").get("/v1/me");
    assertThat(header(api, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(header(api, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(api, "Set-Cookie")).as("no session for programs").isNull();
  }

  @Test
  void V14_odd_addresses_and_methods_meet_a_clean_refusal() {
    var admin = Visitor.as("admin");
    for (var odd :
        List.of(
            "/nothing.xhtml",
            "/index.jsf",
            "/faces/index.xhtml",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
            "/admin/agent.xhtml?login=%00",
            "/correspondence/view.xhtml?id=-1",
            "/correspondence/view.xhtml?id=99999999999999999999",
            "/correspondence/file?id=999999999&document=x",
            "/reply/file?id=x",
            "/mail/attachment?id=x",
            "/admin/template-file?code=nothing",
            "/capture/upload?upload=999999999",
            "/basket/list.xhtml?basket=NOPE",
            "/basket/list.xhtml?after=zzz",
            "/search.xhtml?after=zzz",
            "/api/v1/correspondence/x")) {
      var answer = admin.get(odd);
      assertThat(answer.statusCode()).as(odd).isBetween(400, 499);
      Visitor.assertClean(answer.body(), odd);
    }
    for (var method : List.of("PUT", "DELETE", "TRACE", "PATCH")) {
      assertThat(admin.send(method, "/index.xhtml").statusCode()).as(method).isBetween(400, 499);
    }
    assertThat(location(admin.get("/preferences?lang=fr&back=//ailleurs.example")))
        .doesNotContain("ailleurs");
  }

  /** A new priority's form, filled in as a browser would send it. */
  private static Map<String, String> priority(Visitor admin) {
    var form = admin.form(FORM, "priority");
    form.putAll(
        Map.of(
            "label", "Forgée",
            "code", "F" + Long.toString(System.nanoTime() % 1_000_000),
            "days", "3",
            "position", "9",
            "colour", "#1a4d8f",
            "save", ""));
    return form;
  }

  private static Map<String, String> with(Map<String, String> form, String name, String value) {
    var other = new LinkedHashMap<>(form);
    other.put(name, value);
    return other;
  }

  private static String location(HttpResponse<?> answer) {
    return header(answer, "Location");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
