package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** ORG7: a town is exported whole and deleted with proof, and no other town is touched. */
@Journey
class TownDepartureIT {
  @Test
  void ORG7_the_archive_holds_every_row_and_file_of_the_town_and_nothing_of_another()
      throws Exception {
    var word = word();
    var town = ATown.founded("g.premier");
    town.letter("Objet " + word, "Texte " + word);
    town.letter("Second", "Autre texte " + word);
    town.awaitFound(word, 2);
    var other = ATown.founded("g.premier");
    other.letter("Objet voisin" + word, "Texte voisin" + word);
    other.awaitFound("voisin" + word, 1);

    told(town);
    var job = ATown.done(asked(town, "exports", "{}"));
    var zip = ATown.PLATFORM.download("/v1/town-jobs/" + job.getInt("id") + "/content").body();
    assertThat(sha256(zip)).isEqualTo(job.getString("sha256"));
    var entries = entries(zip);
    assertThat(entries).containsKeys("README.txt", "tables/tenant.jsonl");

    var manifest = lines(entries.remove("manifest.jsonl"));
    assertThat(manifest).extracting(l -> l.getString("name")).containsAll(entries.keySet());
    for (var line : manifest) {
      var content = entries.get(line.getString("name"));
      assertThat(sha256(content)).as(line.getString("name")).isEqualTo(line.getString("sha256"));
      assertThat(line.getInt("bytes")).isEqualTo(content.length);
      if (line.getString("name").startsWith("files/")) {
        assertThat(line.getString("name")).endsWith("/" + line.getString("sha256"));
      }
    }
    for (var table : ATown.tables()) {
      if (table.equals("access_token")) {
        assertThat(entries).doesNotContainKey("tables/access_token.jsonl");
        continue;
      }
      var rows = lines(entries.get("tables/" + table + ".jsonl"));
      assertThat(rows).as(table).hasSize((int) rows(table, town));
      assertThat(rows).as(table).allMatch(row -> row.getInt("tenant_id") == town.id());
      assertThat(job.getJsonObject("rows").getInt(table)).as(table).isEqualTo(rows.size());
    }
    assertThat(lines(entries.get("tables/correspondence.jsonl"))).hasSize(2);
    var documents = ATown.texts("select sha256 from document where tenant_id = " + town.id());
    assertThat(entries.keySet())
        .containsAll(documents.stream().map(h -> "files/" + h.substring(0, 2) + "/" + h).toList());
    var hash = ATown.texts("select password_hash from agent where tenant_id = " + town.id());
    entries.forEach(
        (name, content) ->
            assertThat(new String(content, UTF_8))
                .as(name)
                .doesNotContain("voisin" + word)
                .doesNotContain("\"password_hash\"")
                .doesNotContain(hash.getFirst()));
  }

  /** Waits until the notifications of all that happened are written: they follow in a moment. */
  private static void told(ATown town) {
    var behind =
        """
        select count(*) from journal_seal s where s.tenant_id = %1$d and s.number >
          coalesce((select p.number from notification_place p where p.tenant_id = %1$d), 0)
        """
            .formatted(town.id());
    var end = Instant.now().plusSeconds(60);
    while (ATown.number(behind) > 0) {
      assertThat(Instant.now()).isBefore(end);
      ATown.pause(100);
    }
  }

  @Test
  void ORG7_nobody_else_asks_for_an_archive_or_a_deletion_or_fetches_one() {
    var town = ATown.founded("h.premier");
    var job = ATown.done(asked(town, "exports", "{}"));
    var jobs = "/v1/town-jobs/" + job.getInt("id");
    for (var caller : List.of(town.administrator(), Rest.as("admin"), Rest.as("courrier"))) {
      assertThat(caller.post("/v1/towns/" + town.code() + "/exports", "{}").statusCode())
          .isEqualTo(403);
      assertThat(delete(caller, town, town.code()).statusCode()).isEqualTo(403);
      assertThat(caller.get(jobs).statusCode()).isEqualTo(403);
      assertThat(caller.get(jobs + "/content").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void ORG7_only_a_suspended_town_is_deleted_and_only_with_its_code_typed() {
    var town = ATown.founded("i.premier");
    var refused = delete(ATown.PLATFORM, town, town.code());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Rest.json(refused).getString("code")).isEqualTo("departure.at-work");
    town.suspend();
    refused = delete(ATown.PLATFORM, town, "AUTRE");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"confirmation\"").contains("departure.confirmation");
    var own = ATown.texts("select code from tenant where platform").getFirst();
    assertThat(
            ATown.PLATFORM
                .post("/v1/towns/" + own + "/deletion", "{\"confirmation\":\"" + own + "\"}")
                .statusCode())
        .isEqualTo(409);
    town.resume();
    assertThat(town.administrator().get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void ORG7_nothing_is_left_of_a_deleted_town_but_its_attestation() throws Exception {
    var word = word();
    var town = ATown.founded("j" + word);
    long letter = town.letter("Objet " + word, "Texte " + word);
    town.awaitFound(word, 1);
    var other = ATown.founded("k.premier");
    other.letter("Objet " + word + "autre", "Texte " + word);
    other.awaitFound(word, 1);
    ATown.done(asked(town, "exports", "{}"));
    town.suspend();
    ATown.until(
        () ->
            Json.createObjectBuilder()
                .add("left", rows("journal_unsealed", town) + rows("intention", town))
                .build(),
        left -> left.getInt("left") == 0);
    Map<String, Long> before = new LinkedHashMap<>();
    ATown.tables().forEach(table -> before.put(table, rows(table, town)));
    var lastSeal =
        ATown.texts(
                "select hash from journal_seal where tenant_id = %d order by number desc"
                    .formatted(town.id()))
            .getFirst();
    assertThat(before.get("correspondence")).isEqualTo(1);
    assertThat(found(word)).as("the search below can find").isNotEmpty();

    var asked = delete(ATown.PLATFORM, town, town.code());
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    var job = ATown.done(Rest.json(asked));

    ATown.tables().forEach(table -> assertThat(rows(table, town)).as(table).isZero());
    assertThat(ATown.number("select count(*) from tenant where id = " + town.id())).isZero();
    assertThat(inDatabase(word)).allMatch(row -> row.startsWith(other.id() + ":"));
    assertThat(found(RunningServer.data().resolve("content/" + town.id()) + "/")).isEmpty();
    var left = found(word);
    assertThat(left).allMatch(file -> file.contains("/" + other.id() + "/"));
    assertThat(RunningServer.data().resolve("content/" + town.id())).doesNotExist();
    assertThat(RunningServer.data().resolve("index/" + town.id())).doesNotExist();
    assertThat(Rest.as(town.login(), ATown.PASSWORD).get("/v1/me").statusCode()).isEqualTo(401);
    assertThat(other.administrator().get("/v1/search?q=" + word).body()).contains("\"total\":1");
    assertThat(ATown.PLATFORM.get("/v1/correspondence/" + letter).statusCode()).isEqualTo(404);

    var text = ATown.PLATFORM.download("/v1/town-jobs/" + job.getInt("id") + "/content").body();
    assertThat(sha256(text)).isEqualTo(job.getString("sha256"));
    var proof = json(new String(text, UTF_8));
    assertThat(proof.getJsonObject("town").getString("code")).isEqualTo(town.code());
    assertThat(proof.getJsonObject("askedBy").getString("login")).isEqualTo("exploitant");
    assertThat(proof.getJsonObject("journal").getString("lastSeal")).isEqualTo(lastSeal);
    assertThat(proof.getJsonNumber("files").longValue()).isPositive();
    before.forEach(
        (table, rows) ->
            assertThat((long) proof.getJsonObject("rows").getInt(table, 0))
                .as(table)
                .isEqualTo(rows));
    assertThat(
            ATown.texts(
                "select facts from journal_entry where action = 'TOWN_DELETED' order by id desc"))
        .first()
        .asString()
        .contains(job.getString("sha256"), town.code());
  }

  @Test
  void ORG7_a_deletion_cut_short_by_a_power_cut_goes_on_and_counts_right() {
    var town = ATown.founded("l.premier");
    town.letter("Objet", "Texte");
    town.suspend();
    ATown.change(
        """
        insert into login_failure (tenant_id, login, address, failed_at)
          select %d, 'x' || n, '192.0.2.1', now() from generate_series(1, 600000) n
        """
            .formatted(town.id()));
    long before = rows("login_failure", town);
    var job = Rest.json(delete(ATown.PLATFORM, town, town.code()));
    var counted =
        "select coalesce(sum(quantity), 0) from town_job_count where job_id = " + job.getInt("id");
    while (ATown.number(counted) < 10_000) {
      ATown.pause(20);
    }
    RunningServer.kill();
    assertThat(rows("login_failure", town)).as("it was cut in the middle").isPositive();
    RunningServer.start();
    var done = ATown.done(job);
    assertThat(done.getJsonObject("rows").getInt("login_failure")).isEqualTo((int) before);
    ATown.tables().forEach(table -> assertThat(rows(table, town)).as(table).isZero());
  }

  @Test
  void ORG7_a_number_is_never_given_to_a_second_town() {
    var town = ATown.founded("m.premier");
    town.suspend();
    ATown.done(Rest.json(delete(ATown.PLATFORM, town, town.code())));
    assertThat(ATown.founded("n.premier").id()).isGreaterThan(town.id());
  }

  private static JsonObject asked(ATown town, String what, String body) {
    var answer = ATown.PLATFORM.post("/v1/towns/" + town.code() + "/" + what, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Rest.json(answer);
  }

  private static java.net.http.HttpResponse<String> delete(Rest who, ATown town, String typed) {
    return who.post(
        "/v1/towns/" + town.code() + "/deletion", "{\"confirmation\":\"" + typed + "\"}");
  }

  private static long rows(String table, ATown town) {
    return ATown.number("select count(*) from " + table + " where tenant_id = " + town.id());
  }

  /** Rows of any table in which the word stands, each with its town in front. */
  private static List<String> inDatabase(String word) {
    var rows = new ArrayList<String>();
    ATown.tables()
        .forEach(
            table ->
                rows.addAll(
                    ATown.texts(
                        "select t.tenant_id || ':%1$s' from %1$s t where t::text ilike '%%%2$s%%'"
                            .formatted(table, word))));
    rows.addAll(
        ATown.texts("select '0:tenant' from tenant t where t::text ilike '%" + word + "%'"));
    return rows;
  }

  /**
   * Files of the data folder in which the word stands, the database's own files left out: it writes
   * over what is deleted in its own time.
   */
  private static List<String> found(String word) throws IOException {
    try (var files = Files.walk(RunningServer.data())) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(file -> !file.contains("/postgres"))
          .filter(file -> file.contains(word) || holds(Path.of(file), word))
          .toList();
    }
  }

  private static boolean holds(Path file, String word) {
    try {
      return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains(word);
    } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static List<JsonObject> lines(byte[] text) {
    return new String(text, UTF_8).lines().map(TownDepartureIT::json).toList();
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String word() {
    return "mot" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
  }
}
