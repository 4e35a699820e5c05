package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A town of a test's own, founded through the API, with one administrator and what letters need.
 */
final class ATown {
  static final String PASSWORD = "Une-Ville-2026!";

  /** Of the demo's platform town. */
  static final Rest PLATFORM = Rest.as("exploitant");

  private final String code;
  private final int id;
  private final String login;

  private ATown(String code, int id, String login) {
    this.code = code;
    this.id = id;
    this.login = login;
  }

  /** A town whose first administrator has this login. */
  static ATown founded(String login) {
    var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    var wish =
        Json.createObjectBuilder()
            .add("code", code)
            .add("name", "Ville " + code)
            .add("hostName", code.toLowerCase(Locale.ROOT) + ".localhost")
            .add("adminLogin", login)
            .add("adminFirstName", "Ada")
            .add("adminLastName", "Premier")
            .add("password", PASSWORD)
            .build();
    var answer = PLATFORM.post("/v1/towns", wish.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    int id = (int) number("select id from tenant where code = '" + code + "'");
    change(
        """
        insert into priority (tenant_id, id, version, code, label, colour, days, position)
          values (%1$d, nextval('row_id'), 1, 'NORMALE', 'Normale', '#888888', 30, 1);
        insert into document_type (tenant_id, id, version, code, label, domain, family)
          values (%1$d, nextval('row_id'), 1, 'DIVERS', 'Divers', 'Divers', 'Divers')
        """
            .formatted(id));
    return new ATown(code, id, login);
  }

  String code() {
    return code;
  }

  int id() {
    return id;
  }

  String login() {
    return login + "@" + code;
  }

  /** Its administrator, by Basic. */
  Rest administrator() {
    return Rest.as(login(), PASSWORD);
  }

  /** Registers a letter with one text file; returns its id. */
  long letter(String subject, String text) {
    var answer =
        administrator()
            .post(
                "/v1/correspondence",
                List.of(
                    Part.json(
                        "metadata",
                        """
                        {"subject":"%s","type":"DIVERS","unit":"MAIRIE","sender":{"lastName":"%s"}}"""
                            .formatted(subject, subject)),
                    Part.file(
                        "file",
                        "lettre.txt",
                        "text/plain",
                        text.getBytes(StandardCharsets.UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getJsonNumber("id").longValue();
  }

  /** Until the word is found by search in that many letters. */
  void awaitFound(String word, int letters) {
    until(
        () -> Rest.json(administrator().get("/v1/search?q=" + word)),
        r -> r.getInt("total") == letters);
  }

  void suspend() {
    assertThat(PLATFORM.post("/v1/towns/" + code + "/suspend", "").statusCode()).isEqualTo(204);
  }

  void resume() {
    assertThat(PLATFORM.post("/v1/towns/" + code + "/resume", "").statusCode()).isEqualTo(204);
  }

  /** Until the platform's job is done; returns it. */
  static JsonObject done(JsonObject job) {
    return until(
        () -> Rest.json(PLATFORM.get("/v1/town-jobs/" + job.getInt("id"))),
        j -> j.getString("state").equals("done"));
  }

  static JsonObject until(Supplier<JsonObject> read, Predicate<JsonObject> wanted) {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    var last = read.get();
    while (!wanted.test(last)) {
      assertThat(Instant.now()).as("still " + last).isBefore(end);
      pause(200);
      last = read.get();
    }
    return last;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sees every town's rows, whatever the walls. */
  static Connection database() throws SQLException {
    return DriverManager.getConnection(
        RunningServer.databaseUrl(), "postgres", RunningServer.secret("db-superuser"));
  }

  static long number(String query) {
    return Long.parseLong(texts(query).getFirst());
  }

  /** The first column of each row. */
  static List<String> texts(String query) {
    try (var connection = database();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void change(String statements) {
    try (var connection = database();
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every table of the towns, by the database's own catalogue. */
  static List<String> tables() {
    return texts(
        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id' order by 1");
  }
}
