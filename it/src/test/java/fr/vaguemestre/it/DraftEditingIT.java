package fr.vaguemestre.it;

import static fr.vaguemestre.it.Dav.rewritten;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** REP2: a reply edited in place from a word processor, over WebDAV. */
@Journey
class DraftEditingIT {
  private static final String TEXT = "D’accord.";

  @Test
  void REP2_the_saves_of_one_sitting_are_one_version_of_its_author_and_none_is_lost() {
    var reply = AReply.drafted("Une réponse à reprendre");
    var word = Dav.opened("assistante", reply.id());
    assertThat(word.send("OPTIONS").headers().firstValue("DAV")).contains("1, 2");
    assertThat(word.send("HEAD").statusCode()).isEqualTo(200);
    var document = word.bytes();
    var lock = word.lock();
    for (var text : List.of("Un.", "Deux.", "Trois.")) {
      word.save(rewritten(document, TEXT, text), lock);
    }
    var last = reply.last();
    assertThat(last.getInt("number")).isEqualTo(2);
    assertThat(last.getString("author")).isEqualTo("Amélie Lantier");
    assertThat(word.bytes()).isEqualTo(rewritten(document, TEXT, "Trois."));
    assertThat(saves(reply))
        .as("each save has its address in the history")
        .hasSize(4)
        .doesNotHaveDuplicates();
    word.unlock(lock);

    assertThat(body(reply)).contains("Trois.").doesNotContain("Deux.");
    var again = word.lock();
    word.save(rewritten(document, TEXT, "Quatre."), again);
    assertThat(reply.last().getInt("number")).as("another sitting").isEqualTo(3);
    word.unlock(again);
  }

  @Test
  void REP2_a_version_that_something_was_done_to_meanwhile_is_left_as_it_is() {
    var reply = AReply.drafted("Une note entre deux enregistrements");
    var word = Dav.opened("assistante", reply.id());
    var document = word.bytes();
    var lock = word.lock();
    word.save(rewritten(document, TEXT, "Un."), lock);
    reply.act(AReply.ASSISTANT, "note", "{\"body\":\"Relu.\"}");
    word.save(rewritten(document, TEXT, "Deux."), lock);
    assertThat(reply.last().getInt("number")).isEqualTo(3);
    word.unlock(lock);
  }

  @Test
  void REP2_the_pdf_is_that_of_the_last_save_however_fast_they_follow() {
    var reply = AReply.drafted("Des enregistrements qui se suivent");
    var word = Dav.opened("assistante", reply.id());
    var document = word.bytes();
    var lock = word.lock();
    for (int i = 1; i <= 12; i++) {
      word.save(rewritten(document, TEXT, "Enregistrement numéro" + i + "fin."), lock);
      ATown.pause(40L * i);
    }
    word.unlock(lock);
    assertThat(body(reply)).contains("numéro12fin");
    assertThat(reply.last().getInt("number")).isEqualTo(2);
  }

  @Test
  void REP2_what_somebody_has_open_nobody_else_writes_or_submits() {
    var reply = AReply.drafted("Une réponse déjà ouverte");
    var word = Dav.opened("assistante", reply.id());
    var other = Dav.opened("p.merle", reply.id());
    var lock = word.lock();

    var refused = other.tryLock();
    assertThat(refused.statusCode()).isEqualTo(423);
    assertThat(refused.body()).contains("ouvert par Amélie Lantier depuis");
    var document = rewritten(other.bytes(), TEXT, "À moi.");
    assertThat(other.send("PUT", document).statusCode()).isEqualTo(423);
    assertThat(other.send("PUT", document, "If", lock).statusCode())
        .as("with a token read in lockdiscovery")
        .isEqualTo(423);
    var upload =
        reply.tried(Rest.as("p.merle"), "draft", "{\"template\":\"REPONSE\",\"text\":\"\"}");
    assertThat(upload.statusCode()).isEqualTo(409);
    assertThat(Rest.json(upload).getString("code")).isEqualTo("reply.open-elsewhere");
    var sent =
        reply.tried(
            Rest.as("p.merle"),
            "submit",
            "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    assertThat(Rest.json(sent).getString("code")).isEqualTo("reply.open-elsewhere");

    word.save(rewritten(word.bytes(), TEXT, "Sous verrou."), lock);
    word.unlock(lock);
    assertThat(other.send("PUT", document).statusCode()).isEqualTo(204);
    assertThat(reply.last().getString("author")).isEqualTo("Paul Merle");
  }

  @Test
  void REP2_a_lock_left_behind_frees_itself_and_one_in_use_is_renewed() {
    var reply = AReply.drafted("Un verrou oublié");
    var word = Dav.opened("assistante", reply.id());
    var other = Dav.opened("p.merle", reply.id());
    var lock = word.lock();
    left(reply, "5 seconds");
    var renewed = word.send("LOCK", "If", lock, "Timeout", "Second-60");
    assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
    assertThat(renewed.body()).containsPattern("Second-(59|60)");
    assertThat(other.tryLock().statusCode()).isEqualTo(423);

    left(reply, "-1 seconds");
    assertThat(word.send("LOCK", "If", lock).statusCode()).isEqualTo(412);
    var taken = other.lock();
    assertThat(word.send("PUT", word.bytes(), "If", lock).statusCode()).isEqualTo(412);
    other.unlock(taken);
  }

  @Test
  void REP2_a_lock_lasts_no_longer_than_the_setting_says() {
    var reply = AReply.drafted("Un verrou sans fin");
    var word = Dav.opened("assistante", reply.id());
    assertThat(word.tryLock("Timeout", "Infinite").body()).containsPattern("Second-(599|600)");
  }

  @Test
  void REP2_of_those_who_lock_at_once_one_gets_it() throws Exception {
    var reply = AReply.drafted("Deux personnes à la fois");
    var who = List.of(Dav.opened("assistante", reply.id()), Dav.opened("p.merle", reply.id()));
    for (int round = 0; round < 5; round++) {
      var start = new CyclicBarrier(who.size());
      var codes = new ArrayList<Integer>();
      try (var threads = Executors.newFixedThreadPool(who.size())) {
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        for (var one : who) {
          answers.add(
              threads.submit(
                  () -> {
                    start.await();
                    return one.tryLock();
                  }));
        }
        for (var answer : answers) {
          codes.add(answer.get().statusCode());
        }
      }
      assertThat(codes).containsExactlyInAnyOrder(200, 423);
      ATown.change("delete from draft_lock where correspondence_id = " + reply.id());
    }
  }

  @Test
  void REP2_a_save_passes_the_checks_of_an_upload() {
    var reply = AReply.drafted("Un enregistrement qui n’en est pas un");
    var word = Dav.opened("assistante", reply.id());
    var pdf = word.send("PUT", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
    assertThat(pdf.statusCode()).as(pdf.body()).isEqualTo(415);
    assertThat(pdf.body()).contains("même genre");
    assertThat(word.send("PUT", new byte[0]).statusCode()).isEqualTo(415);
    assertThat(word.send("PUT", "<html>".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(415);
    assertThat(word.send("DELETE").statusCode()).isEqualTo(403);
    assertThat(word.send("MOVE", "Destination", word.beside("b").address()).statusCode())
        .isEqualTo(403);
    assertThat(reply.last().getInt("number")).isEqualTo(1);
  }

  @Test
  void REP2_what_was_saved_beside_takes_the_drafts_place_checked() {
    var reply = AReply.drafted("Un enregistrement par un fichier d’à côté");
    var word = Dav.opened("assistante", reply.id());
    var saved = rewritten(word.bytes(), TEXT, "Par à côté.");
    var beside = word.beside("~WRD0001.tmp");
    assertThat(beside.send("PUT", saved).statusCode()).isEqualTo(201);
    assertThat(beside.send("MOVE", "Destination", word.address()).statusCode()).isEqualTo(204);
    assertThat(word.bytes()).isEqualTo(saved);
    assertThat(reply.last().getInt("number")).isEqualTo(2);
    var wrong = word.beside("faux.tmp");
    wrong.send("PUT", "du texte".getBytes(StandardCharsets.UTF_8));
    assertThat(wrong.send("MOVE", "Destination", word.address()).statusCode()).isEqualTo(415);
    assertThat(reply.last().getInt("number")).isEqualTo(2);
  }

  @Test
  void REP2_what_is_saved_over_a_reply_made_anew_in_another_format_is_refused_and_not_lost() {
    var reply = AReply.drafted("Une réponse refaite dans un autre format");
    var word = Dav.opened("assistante", reply.id());
    var typed = rewritten(word.bytes(), TEXT, "Tapé entre-temps.");
    var lock = word.lock();
    var other =
        AReply.ASSISTANT.post(
            reply.path() + "/actions/draft",
            List.of(
                Rest.Part.file(
                    "file",
                    "autre.rtf",
                    "application/rtf",
                    "{\\rtf1 Autre.}".getBytes(StandardCharsets.US_ASCII))),
            "If-Match",
            AReply.ASSISTANT.get(reply.path()).headers().firstValue("ETag").orElseThrow());
    assertThat(other.statusCode()).as(other.body()).isLessThan(205);
    var refused = word.send("PUT", typed, "If", lock);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body()).contains(".rtf");
    assertThat(word.send("PUT", typed).statusCode()).as("without its token").isEqualTo(409);
    var beside = word.beside("~WRD0001.tmp");
    assertThat(beside.send("PUT", typed).statusCode()).isEqualTo(201);
    var moved =
        beside.send(
            "MOVE", "Destination", word.address(), "If", "<" + word.address() + "> " + lock);
    assertThat(moved.statusCode()).isEqualTo(409);
    assertThat(reply.last().getInt("number")).isEqualTo(2);
  }

  @Test
  void REP2_what_was_saved_again_since_it_was_read_is_not_submitted() {
    var reply = AReply.drafted("Une réponse enregistrée encore");
    var word = Dav.opened("assistante", reply.id());
    var document = word.bytes();
    var lock = word.lock();
    word.save(rewritten(document, TEXT, "Un."), lock);
    var read = pdf(reply);
    var version = reply.letter(Rest.as("p.merle")).getInt("version");
    word.save(rewritten(document, TEXT, "Deux."), lock);
    word.unlock(lock);
    var now = pdf(reply);
    assertThat(now).isNotEqualTo(read);
    assertThat(reply.letter(Rest.as("p.merle")).getInt("version")).isEqualTo(version);
    var refused = reply.tried(Rest.as("p.merle"), "submit", seen(read));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(412);
    assertThat(Rest.json(refused).getString("code")).isEqualTo("reply.other-bytes");
    reply.act(Rest.as("p.merle"), "submit", seen(now));
  }

  private static String seen(String pdf) {
    return "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}],\"seenSha256\":\"%s\"}"
        .formatted(pdf);
  }

  /** The address of the last version's PDF, once it is there. */
  private static String pdf(AReply reply) {
    return ATown.until(reply::last, v -> v.getString("conversion").equals("DONE"))
        .getString("pdfSha256");
  }

  @Test
  void REP2_the_state_of_the_circuit_decides() {
    var reply = AReply.drafted("Une réponse partie en validation");
    var word = Dav.opened("assistante", reply.id());
    var lock = word.lock();
    reply.act(
        AReply.ASSISTANT, "submit", "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    var late = word.send("PUT", rewritten(word.bytes(), TEXT, "Trop tard."), "If", lock);
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body()).contains("n’est plus à cette étape");
    assertThat(word.tryLock().statusCode()).isEqualTo(403);
    assertThat(word.send("GET").statusCode()).as("it is still read").isEqualTo(200);
    assertThat(reply.last().getInt("number")).isEqualTo(1);
  }

  @Test
  void O8_who_does_not_see_the_letter_finds_nothing_there() {
    var reply = AReply.drafted("Une réponse qui ne regarde qu’eux");
    var draft = Dav.opened("assistante", reply.id()).withoutToken();
    var stranger = Dav.basic("autre");
    for (var method : List.of("GET", "PROPFIND", "LOCK", "PUT", "DELETE", "MKCOL")) {
      assertThat(draft.send(method, stranger.getKey(), stranger.getValue()).statusCode())
          .as(method)
          .isEqualTo(404);
    }
    var none = Dav.at(draft.address().replace("/" + reply.id() + "/", "/999999999/"));
    assertThat(none.send("GET", stranger.getKey(), stranger.getValue()).body())
        .isEqualTo(draft.send("GET", stranger.getKey(), stranger.getValue()).body());
    var own = Dav.basic("assistante");
    assertThat(draft.send("GET", own.getKey(), own.getValue()).statusCode()).isEqualTo(200);
    assertThat(draft.send("GET").statusCode()).isEqualTo(401);
  }

  @Test
  void V3_the_address_opens_one_letter_to_one_agent_for_a_while() {
    var reply = AReply.drafted("Une adresse qui ne sert qu’à une chose");
    var elsewhere = AReply.drafted("Une autre réponse");
    var visitor = Visitor.as("assistante");
    var word = Dav.opened(visitor, reply.id());
    var other =
        Dav.at(
            word.address().replace("/reply/" + reply.id() + "/", "/reply/" + elsewhere.id() + "/"));
    assertThat(other.send("PROPFIND").statusCode()).isEqualTo(401);
    var token = word.address().replaceFirst(".*/dav/reply/\\d+/([^/]+)/.*", "$1");
    assertThat(Rest.withToken(token).get("/v1/me").statusCode()).isEqualTo(401);
    for (var way :
        List.of(
            "/../../../../index.xhtml",
            "/..;/..;/..;/index.xhtml",
            "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/index.xhtml")) {
      var base = word.address().substring(0, word.address().lastIndexOf('/'));
      assertThat(Dav.at(base + way).send("GET").statusCode()).as(way).isNotEqualTo(200);
    }
    assertThat(ATown.texts("select sha256 from access_token")).doesNotContain(token);

    ATown.change(
        "update access_token set expires_at = now() where correspondence_id = " + reply.id());
    assertThat(word.send("GET").statusCode()).isEqualTo(401);
    var fresh = Dav.opened(visitor, reply.id());
    var form = visitor.form("/index.xhtml", "leave");
    form.put("leave:logout", "");
    visitor.post("/index.xhtml", form);
    assertThat(fresh.send("GET").statusCode()).as("the agent has left").isEqualTo(401);

    var last = Dav.opened("assistante", reply.id());
    reply.act(AReply.ASSISTANT, "close", "{\"reason\":\"Sans objet.\"}");
    assertThat(last.send("GET").statusCode()).as("the letter is closed").isEqualTo(401);
  }

  @Test
  void V3_a_new_password_ends_the_address() {
    var town = ATown.founded("w.mot");
    long letter = town.letter("Un courrier", "Bonjour.");
    ATown.change(
        "insert into access_token (tenant_id, id, version, agent_id, correspondence_id, sha256, expires_at)"
            + " select a.tenant_id, nextval('row_id'), 1, a.id, %d, encode(sha256('essai'), 'hex'), now() + interval '1 hour'"
                .formatted(letter)
            + " from agent a where a.tenant_id = "
            + town.id());
    var word = Dav.at(RunningServer.baseUrl() + "/dav/reply/" + letter + "/essai/");
    assertThat(word.send("GET").statusCode()).as("known, and no reply yet").isEqualTo(404);
    var visitor = Visitor.as(town.login(), ATown.PASSWORD);
    var form = visitor.form("/account/account.xhtml", "password-form");
    form.putAll(
        Map.of(
            "current",
            ATown.PASSWORD,
            "password",
            "Autre-2026-Mot!",
            "again",
            "Autre-2026-Mot!",
            "change",
            ""));
    visitor.post("/account/account.xhtml", form);
    assertThat(word.send("GET").statusCode()).isEqualTo(401);
  }

  @Test
  void V5_hostile_xml_and_addresses_meet_a_clean_refusal() {
    var reply = AReply.drafted("Des requêtes mal faites");
    var word = Dav.opened("assistante", reply.id());
    for (var body :
        List.of(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><propfind xmlns=\"DAV:\"><prop>&x;</prop></propfind>",
            "<propfind xmlns=\"DAV:\"><prop><a:b xmlns:a=\"\"/></prop></propfind>",
            "<other/>",
            "<a>".repeat(200),
            "x".repeat(70_000))) {
      var answer = word.send("PROPFIND", body.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).isEqualTo(400);
      Visitor.assertClean(answer.body(), body.substring(0, Math.min(40, body.length())));
    }
    for (var method : List.of("POST", "PATCH", "REPORT", "ACL")) {
      assertThat(word.send(method).statusCode()).as(method).isEqualTo(405);
    }
    assertThat(word.send("PUT", new byte[1], "If", "nonsense").statusCode()).isEqualTo(400);
    assertThat(word.send("COPY", "Destination", "http://ailleurs.example/a").statusCode())
        .isEqualTo(502);
    assertThat(word.send("DELETE", "Origin", "https://ailleurs.example").body())
        .as("another site's page is not listened to")
        .doesNotContain("ni supprimée");
    assertThat(reply.last().getInt("number")).isEqualTo(1);
  }

  /** The text of the last version, once its PDF is there. */
  private static String body(AReply reply) {
    ATown.until(reply::last, v -> v.getString("conversion").equals("DONE"));
    return ATown.texts(
            "select v.body from reply_version v join reply r on r.tenant_id = v.tenant_id and r.id = v.reply_id"
                + " where r.correspondence_id = "
                + reply.id()
                + " order by v.number desc")
        .getFirst();
  }

  private static List<String> saves(AReply reply) {
    return ATown.texts(
        "select substring(facts from 'sha256=([0-9a-f]{64})') from journal_entry where action in ('DRAFT', 'SAVE_DRAFT')"
            + " and correspondence_id = "
            + reply.id());
  }

  private static void left(AReply reply, String time) {
    ATown.change(
        "update draft_lock set ends_at = now() + interval '%s' where correspondence_id = %d"
            .formatted(time, reply.id()));
  }
}
