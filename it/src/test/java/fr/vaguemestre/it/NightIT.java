package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** BAT1: jobs, through the API, on towns of their own. */
@Journey
class NightIT {
  @Test
  void BAT1_a_job_is_started_by_who_operates_and_once_at_a_time() {
    var town = ATown.founded("n.un");
    var night = new Night(town);
    assertThat(Rest.as("agent").post("/v1/jobs/consistency/start", "").statusCode()).isEqualTo(403);
    assertThat(Rest.as("agent").get("/v1/jobs").statusCode()).isEqualTo(403);
    assertThat(night.ask("no-such-job", "start")).isEqualTo(404);
    assertThat(night.ask("consistency", "stop")).isEqualTo(409);
    assertThat(night.ask("consistency", "restart")).isEqualTo(409);
    var asked =
        IntStream.range(0, 8)
            .mapToObj(i -> Beside.run(() -> night.ask("consistency", "start")))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join)).contains(202).containsOnly(202, 409);
    night.until("consistency", last -> last.getString("state").equals("DONE"));
    assertThat(night.rows("job_run", "state = 'DONE'"))
        .isEqualTo(asked.stream().map(CompletableFuture::join).filter(s -> s == 202).count());
  }

  @Test
  void BAT1_consistency_names_what_is_missing_damaged_in_nobodys_name_and_not_indexed()
      throws IOException {
    var town = ATown.founded("n.deux");
    var night = new Night(town);
    long lost = town.letter("Perdue", "Un texte dont le fichier se perd.");
    town.letter("Gardée", "Un texte qui reste.");
    town.awaitFound("reste", 1);
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND")).isEmpty();

    var folder = RunningServer.data().resolve("content").resolve(Integer.toString(town.id()));
    var address =
        ATown.texts("select sha256 from document where correspondence_id = " + lost).getFirst();
    Files.delete(folder.resolve(address.substring(0, 2)).resolve(address));
    var orphan = stray(folder, "0a".repeat(32));
    var young = Files.writeString(orphan.resolveSibling("0a" + "1".repeat(62)), "young");
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND"))
        .anyMatch(note -> note.contains(address) && note.endsWith(": missing"))
        .anyMatch(note -> note.contains(orphan.getFileName() + ": orphan"))
        .noneMatch(note -> note.contains(young.getFileName().toString() + ": orphan"));
  }

  /** A letter that came into the database behind the queue's back. */
  @Test
  void BAT1_a_letter_that_nothing_queued_is_named_then_found_after_the_catch_up() {
    var town = ATown.founded("n.trois");
    var night = new Night(town);
    long first = town.letter("Cobalt", "Une lettre.");
    town.awaitFound("cobalt", 1);
    long behind = behind(first);
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND")).contains("letter " + behind + ": not-indexed");
    assertThat(night.run("fulltext-index").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("fulltext-index", "FOUND"))
        .containsExactly("letter " + behind + ": index-queued");
    town.awaitFound("garance", 1);
  }

  /**
   * O4: it is caught up like the others, and the operator is told of nothing, nor of its number.
   */
  @Test
  void BAT1_O4_the_operator_is_not_told_of_a_sensitive_letter_outside_any_circuit()
      throws IOException {
    var town = ATown.founded("n.secret");
    var night = new Night(town);
    long first = town.letter("Cobalt", "Une lettre.");
    town.awaitFound("cobalt", 1);
    long behind = behind(first);
    long lost = town.letter("Perdue", "Un texte dont le fichier se perd.");
    town.awaitFound("fichier", 1);
    ATown.change(
        "update correspondence set sensitive = true, in_circuit = false where id in (%d, %d)"
            .formatted(behind, lost));
    var address =
        ATown.texts("select sha256 from document where correspondence_id = " + lost).getFirst();
    Files.delete(
        RunningServer.data()
            .resolve("content")
            .resolve(Integer.toString(town.id()))
            .resolve(address.substring(0, 2))
            .resolve(address));

    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND"))
        .containsExactly("content " + address + ": missing");
    assertThat(
            night.rows(
                "job_step",
                "step in ('consistency-audience', 'consistency-index', 'consistency-strays') and total = 1 and done = 1"))
        .isEqualTo(3);
    var caughtUp = night.run("fulltext-index");
    assertThat(caughtUp.getInt("total")).as("the one letter, by two steps").isEqualTo(2);
    assertThat(caughtUp.getInt("done")).isEqualTo(2);
    assertThat(caughtUp.getInt("found")).isZero();
    assertThat(night.notes("fulltext-index", "FOUND")).isEmpty();

    ATown.change(
        "update correspondence set sensitive = false, in_circuit = true where id = " + behind);
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    town.awaitFound("garance", 1);
  }

  /** A letter like this one, of another subject, that came behind the queue's back. */
  private static long behind(long first) {
    return Long.parseLong(
        ATown.texts(
                """
                    with copied as (
                      insert into correspondence (tenant_id, id, version, chrono, category, channel, subject, type_id, priority_id,
                          unit_id, registrant_id, circuit_version_id, state, state_since, arrival_date, registered_at, confidential, sensitive)
                        select tenant_id, nextval('row_id'), version, chrono || 'B', category, channel, 'Garance', type_id, priority_id,
                          unit_id, registrant_id, circuit_version_id, state, state_since, arrival_date, registered_at, confidential, sensitive
                          from correspondence where id = %1$d returning tenant_id, id),
                    seen as (
                      insert into correspondence_audience (tenant_id, correspondence_id, token)
                        select a.tenant_id, x.id, a.token from correspondence_audience a, copied x where a.correspondence_id = %1$d)
                    select id from copied
                    """
                    .formatted(first))
            .getFirst());
  }

  @Test
  void BAT1_readers_that_do_not_follow_from_the_facts_are_put_right_and_the_index_follows() {
    var town = ATown.founded("n.lecteurs");
    var night = new Night(town);
    long letter = town.letter("Sarcelle", "Une lettre.");
    town.awaitFound("sarcelle", 1);
    var tokens =
        "select string_agg(token, ' ' order by token) from correspondence_audience where correspondence_id = "
            + letter;
    var right = ATown.texts(tokens);
    audience(town, letter, "delete from correspondence_audience where correspondence_id = %1$d");
    audience(town, letter, "insert into correspondence_audience values (%2$d, %1$d, 'u999999999')");
    ATown.change(
        "insert into index_queue (tenant_id, correspondence_id) values (%d, %d)"
            .formatted(town.id(), letter));
    town.awaitFound("sarcelle", 0);
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND"))
        .contains("letter " + letter + ": audience-mended");
    assertThat(ATown.texts(tokens)).isEqualTo(right);
    town.awaitFound("sarcelle", 1);
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND")).isEmpty();
  }

  @Test
  void BAT1_an_index_that_has_other_readers_or_no_letter_is_told_and_brought_back() {
    var town = ATown.founded("n.index");
    var night = new Night(town);
    long wrong = town.letter("Corail", "Une lettre.");
    long gone = town.letter("Corail", "Une lettre perdue.");
    town.awaitFound("corail", 2);
    audience(town, wrong, "insert into correspondence_audience values (%2$d, %1$d, 'u999999999')");
    ATown.change(
        "insert into index_queue (tenant_id, correspondence_id) values (%d, %d)"
            .formatted(town.id(), wrong));
    ATown.until(
        () -> Json.createObjectBuilder().add("left", night.rows("index_queue", "true")).build(),
        left -> left.getInt("left") == 0);
    audience(
        town,
        wrong,
        "delete from correspondence_audience where correspondence_id = %1$d and token = 'u999999999'");
    // What the index keeps when an older database is put back.
    ATown.change(
        """
        alter table document disable trigger letter_is_archive;
        alter table correspondence disable trigger letter_is_archive;
        delete from correspondence where id = %d;
        alter table document enable trigger letter_is_archive;
        alter table correspondence enable trigger letter_is_archive
        """
            .formatted(gone));
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND"))
        .contains("letter " + wrong + ": index-tokens", "letter " + gone + ": index-stray");
    assertThat(night.run("fulltext-index").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("fulltext-index", "FOUND"))
        .containsExactlyInAnyOrder(
            "letter " + wrong + ": index-tokens", "letter " + gone + ": index-stray");
    ATown.until(
        () -> Json.createObjectBuilder().add("left", night.rows("index_queue", "true")).build(),
        left -> left.getInt("left") == 0);
    assertThat(night.run("consistency").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("consistency", "FOUND")).noneMatch(note -> note.contains(": index-"));
  }

  private static void audience(ATown town, long letter, String change) {
    ATown.change(change.formatted(letter, town.id()));
  }

  @Test
  void SEA2_a_rebuild_of_the_index_is_not_felt_by_those_who_search() {
    var town = ATown.founded("n.huit");
    var night = new Night(town);
    town.letter("Aubépine", "Une haie.");
    town.letter("Aubépine", "Deux haies.");
    town.awaitFound("haies", 2);
    var over = new AtomicBoolean();
    var seen =
        Beside.run(
            () -> {
              var totals = new HashSet<Integer>();
              while (!over.get()) {
                totals.add(
                    Rest.json(town.administrator().get("/v1/search?q=haies")).getInt("total"));
              }
              return totals;
            });
    var run = night.run("fulltext-rebuild");
    over.set(true);
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(run.getInt("done")).isEqualTo(1 + 2 + 1);
    assertThat(seen.join()).containsExactly(2);
    assertThat(indexes(town)).containsExactly(Integer.toString(town.id()));
    town.letter("Aubépine", "Trois haies.");
    town.awaitFound("haies", 3);
  }

  @Test
  void BAT1_documents_that_may_be_readable_now_are_read_again_and_no_others() {
    var town = ATown.founded("n.neuf");
    var night = new Night(town);
    long busy = document(town, "FAILED", "extraction.timeout", "1 day");
    long missing = document(town, "NOT_OCRED", "extraction.no-tesseract", "400 days");
    long lost = document(town, "PENDING", null, "2 hours");
    document(town, "FAILED", "extraction.timeout", "8 days");
    document(town, "FAILED", "extraction.encrypted", "1 day");
    document(town, "PENDING", null, "10 minutes");
    var run = night.run("extraction-retry");
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(night.notes("extraction-retry", "FOUND"))
        .containsExactlyInAnyOrder(
            "document " + busy + ": read-again",
            "document " + missing + ": read-again",
            "document " + lost + ": read-again");
    ATown.until(
        () ->
            Json.createObjectBuilder()
                .add("read", night.rows("document", "extraction = 'DONE'"))
                .build(),
        seen -> seen.getInt("read") == 3);
  }

  /** A letter's document as it was left so long ago. */
  private static long document(ATown town, String extraction, String reason, String ago) {
    long letter = town.letter("Relue", "Un texte.");
    ATown.until(
        () ->
            Json.createObjectBuilder()
                .add(
                    "read",
                    ATown.number(
                        "select count(*) from document where extraction = 'DONE' and correspondence_id = "
                            + letter))
                .build(),
        seen -> seen.getInt("read") == 1);
    return ATown.number(
        """
        update document set extraction = '%s', extraction_reason = %s, added_at = now() - interval '%s'
         where correspondence_id = %d returning id
        """
            .formatted(extraction, reason == null ? "null" : "'" + reason + "'", ago, letter));
  }

  @Test
  void BAT1_what_is_stale_goes_and_what_is_not_stays() {
    var town = ATown.founded("n.quatre");
    var night = new Night(town);
    ATown.change(
        """
        insert into login_failure (tenant_id, login, address, failed_at)
          values (%1$d, 'old', '127.0.0.1', now() - interval '31 days'), (%1$d, 'new', '127.0.0.1', now());
        insert into access_token (tenant_id, id, version, agent_id, sha256, expires_at)
          select %1$d, nextval('row_id'), 1, a.id, md5(random()::text) || md5(random()::text), now() + e * interval '1 day'
            from (select id from agent where tenant_id = %1$d limit 1) a, (values (-2), (2)) v (e);
        insert into job_run (tenant_id, id, job, state, asked_at, ended_at)
          values (%1$d, nextval('row_id'), 'REMINDERS', 'DONE', now() - interval '401 days', now() - interval '401 days')
        """
            .formatted(town.id()));
    var run = night.run("purge-technical");
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(run.getInt("done")).isEqualTo(3);
    assertThat(night.rows("login_failure", "true")).isEqualTo(1);
    assertThat(night.rows("login_failure", "login = 'new'")).isEqualTo(1);
    assertThat(night.rows("access_token", "true")).isEqualTo(1);
    assertThat(night.rows("job_run", "job = 'REMINDERS'")).isZero();
  }

  /** In minutes, not in hours: the place of the hundred thousandth is looked for once. */
  @Test
  void BAT1_API4_an_account_keeps_its_last_hundred_thousand_calls_another_all_of_its_month() {
    var town = ATown.founded("n.appels");
    var night = new Night(town);
    ATown.change(
        """
        with machine as (
          insert into agent (tenant_id, id, version, login, first_name, last_name, machine)
            select %1$d, nextval('row_id'), 1, 'appels.' || n, 'App', 'Appels', true from generate_series(1, 2) n returning tenant_id, id, login)
        insert into api_client (tenant_id, id, version, agent_id, label, secret_hash, unit_id, active, created_at)
          select tenant_id, nextval('row_id'), 1, id, login, 'x', (select min(u.id) from unit u where u.tenant_id = %1$d), true, now() from machine;
        insert into api_call (tenant_id, id, client_id, at, method, route, status, millis, address)
          select %1$d, nextval('row_id'), k.id, now(), 'GET', '/v1/me', 200, 1, '127.0.0.1'
            from api_client k, generate_series(1, case k.label when 'appels.1' then 100003 else 5 end) n where k.tenant_id = %1$d order by n;
        insert into api_call (tenant_id, id, client_id, at, method, route, status, millis, address)
          select %1$d, nextval('row_id'), k.id, now() - interval '31 days', 'GET', '/v1/me', 200, 1, '127.0.0.1'
            from api_client k where k.tenant_id = %1$d and k.label = 'appels.2'
        """
            .formatted(town.id()));
    var run = night.run("purge-technical");
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(run.getInt("done")).isEqualTo(3 + 1);
    assertThat(night.rows("api_call", "true")).isEqualTo(100_000 + 5);
  }

  @Test
  void REP2_what_was_left_beside_a_draft_goes_unless_somebody_has_it_open() {
    var town = ATown.founded("n.brouillon");
    var night = new Night(town);
    town.letter("Reste de brouillon", "Une lettre.");
    town.letter("Brouillon ouvert", "Une lettre.");
    ATown.change(
        """
        insert into draft_entry (tenant_id, correspondence_id, path, sha256, size_bytes, created_at, modified_at)
          select c.tenant_id, c.id, v.path, v.sha, 0, now() - v.age * interval '1 day', now() - v.age * interval '1 day'
            from correspondence c, (values ('old', null, 2), ('old/tmp', repeat('a', 64), 2), ('new', repeat('b', 64), 0)) v (path, sha, age)
           where c.tenant_id = %1$d;
        insert into draft_property (tenant_id, correspondence_id, path, namespace, name, value)
          select c.tenant_id, c.id, 'old/tmp', 'x', 'y', 'z' from correspondence c where c.tenant_id = %1$d;
        insert into draft_lock (tenant_id, token, correspondence_id, path, agent_id, shared, deep, on_draft, owner, since, ends_at)
          select c.tenant_id, 'held', c.id, '', (select min(id) from agent where tenant_id = %1$d), false, true, true, '', now(), now() + interval '10 minutes'
            from correspondence c where c.tenant_id = %1$d and c.subject = 'Brouillon ouvert'
        """
            .formatted(town.id()));
    assertThat(night.run("purge-technical").getString("state")).isEqualTo("DONE");
    assertThat(night.rows("draft_entry", "true"))
        .as("one new, three beside an open draft")
        .isEqualTo(4);
    assertThat(night.rows("draft_property", "true")).isEqualTo(1);
    ATown.change(
        "update draft_lock set ends_at = now() - interval '1 minute' where token = 'held'");
    assertThat(night.run("purge-technical").getString("state")).isEqualTo("DONE");
    assertThat(night.rows("draft_entry", "path = 'new'")).isEqualTo(2);
    assertThat(night.rows("draft_entry", "true")).isEqualTo(2);
    assertThat(night.rows("draft_property", "true")).isZero();
  }

  @Test
  void BAT1_CIR8_the_day_is_anchored_once_in_a_file_the_town_signs() throws IOException {
    var town = ATown.founded("n.cinq");
    var night = new Night(town);
    town.letter("Ancrée", "Une lettre.");
    ATown.until(
        () ->
            Json.createObjectBuilder().add("left", night.rows("journal_unsealed", "true")).build(),
        left -> left.getInt("left") == 0);
    assertThat(night.run("journal-seal").getString("state")).isEqualTo("DONE");
    var anchor =
        ATown.texts(
            "select day || ' ' || number || ' ' || hash from journal_anchor where tenant_id = "
                + town.id());
    assertThat(anchor).hasSize(1);
    var words = anchor.getFirst().split(" ");
    var file =
        RunningServer.data()
            .resolve("anchors")
            .resolve(Integer.toString(town.id()))
            .resolve(words[0] + ".json");
    var text = Files.readString(file);
    assertThat(text).contains("\"number\":" + words[1], words[2], town.code());
    assertThat(file.resolveSibling(file.getFileName() + ".jws")).isNotEmptyFile();

    town.letter("Après", "Une lettre de plus, le même jour.");
    assertThat(night.run("journal-seal").getString("state")).isEqualTo("DONE");
    assertThat(Files.readString(file)).isEqualTo(text);
    assertThat(night.notes("journal-seal", "FOUND")).isEmpty();
  }

  @Test
  void BAT1_CIR8_a_seal_that_was_written_again_is_named() {
    var town = ATown.founded("n.six");
    var night = new Night(town);
    town.letter("Une", "Une lettre.");
    ATown.until(
        () -> Json.createObjectBuilder().add("sealed", night.rows("journal_seal", "true")).build(),
        answer -> answer.getInt("sealed") > 0);
    ATown.change(
        "update journal_entry set action = 'CLOSE' where tenant_id = %1$d and id = (select entry_id from journal_seal where tenant_id = %1$d and number = 1)"
            .formatted(town.id()));
    assertThat(night.run("journal-seal").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("journal-seal", "FOUND")).contains("seal 1: chain-broken");
  }

  /** Five hundred findings, then one item left out, then one more finding. */
  @Test
  void BAT1_what_was_left_out_is_shown_first_and_the_notes_are_read_by_pages() {
    var town = ATown.founded("n.notes");
    long run =
        ATown.number(
            """
            insert into job_run (tenant_id, id, job, state, asked_at, ended_at)
              values (%d, nextval('row_id'), 'CONSISTENCY', 'DONE', now(), now()) returning id
            """
                .formatted(town.id()));
    ATown.change(
        """
        insert into job_note (tenant_id, run_id, step, kind, item, reason, at)
          select %1$d, %2$d, 'consistency-files', case n when 501 then 'SKIPPED' else 'FOUND' end, 'item ' || n, 'orphan', now()
            from generate_series(1, 502) n order by n
        """
            .formatted(town.id(), run));
    var notes = "/v1/jobs/consistency/runs/" + run + "/notes";
    var items = new ArrayList<String>();
    var after = "";
    do {
      var page = Rest.json(town.administrator().get(notes + "?limit=200" + after));
      page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
          .map(note -> note.getString("kind") + " " + note.getString("item"))
          .forEach(items::add);
      after = page.isNull("next") ? null : "&after=" + page.getString("next");
    } while (after != null);
    assertThat(items)
        .hasSize(502)
        .doesNotHaveDuplicates()
        .startsWith("SKIPPED item 501", "FOUND item 1")
        .endsWith("FOUND item 502");
    assertThat(Rest.json(town.administrator().get(notes + "?limit=1")).getString("next"))
        .startsWith("skipped-");
    assertThat(town.administrator().get(notes + "?after=7").statusCode()).isEqualTo(422);
    assertThat(Rest.as("agent").get(notes).statusCode()).isEqualTo(403);
    assertThat(ATown.PLATFORM.get(notes).statusCode()).as("another town’s").isEqualTo(404);
    assertThat(town.administrator().get(notes.replace("consistency", "reminders")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void BAT1_a_town_that_is_suspended_has_no_run_and_its_wish_waits() {
    var town = ATown.founded("n.sept");
    town.suspend();
    ATown.change(
        "insert into job_run (tenant_id, id, job, state, asked_at) values (%d, nextval('row_id'), 'REMINDERS', 'WANTED', now())"
            .formatted(town.id()));
    var other = ATown.founded("n.huit");
    assertThat(new Night(other).run("reminders").getString("state")).isEqualTo("DONE");
    assertThat(new Night(town).rows("job_run", "state = 'WANTED'")).isEqualTo(1);
    town.resume();
    new Night(town).until("reminders", last -> last.getString("state").equals("DONE"));
  }

  /** A file of two days ago that no row names. */
  private static Path stray(Path folder, String address) throws IOException {
    var file = folder.resolve(address.substring(0, 2)).resolve(address);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "stray");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    return file;
  }

  /** The folders of the town's index. */
  private static List<String> indexes(ATown town) {
    try (var folders = Files.list(RunningServer.data().resolve("index"))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches(town.id() + "(\\..*)?"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
