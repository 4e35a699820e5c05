package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rehearsal: an installation of its own, in production, on ports of its own, is backed up while
 * it works, destroyed, and restored; then restored again to a moment after the backup. Alone:
 * {@code ./mvnw verify -pl it -am -Dit.test=BackupIT}.
 */
class BackupIT {
  private static final Path HOME =
      Path.of(System.getProperty("vaguemestre.home", "..")).toAbsolutePath().normalize();
  private static final Path PLACE = HOME.resolve("it/target/backup");
  private static final Path DATA = PLACE.resolve("data");
  private static final String PASSWORD = "Une-Sauvegarde-2026!";
  private static final int DATABASE_PORT = 54729;
  private static final URI ADDRESS = URI.create("http://localhost:8380");

  private final Rest admin = Rest.as("admin", PASSWORD).at(ADDRESS);
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "VAGUEMESTRE_DATA",
              DATA.toString(),
              "VAGUEMESTRE_HTTP_PORT",
              "8380",
              "VAGUEMESTRE_MGMT_PORT",
              "10290",
              "VAGUEMESTRE_DB_PORT",
              Integer.toString(DATABASE_PORT),
              "VAGUEMESTRE_ADMIN_PASSWORD",
              PASSWORD,
              "VAGUEMESTRE_JOB_CLOCK",
              "false",
              "VAGUEMESTRE_SKIP_BUILD",
              "yes",
              "VAGUEMESTRE_WAL_ARCHIVE",
              PLACE.resolve("wal").toString()));

  @BeforeEach
  void begin() throws Exception {
    run("bash", "-c", "rm -rf \"$1\" && mkdir -p \"$1\"", "-", PLACE.toString());
    launcher("start", "--detach");
    sql(
        """
        insert into priority (tenant_id, id, version, code, label, colour, days, position)
          values (1, nextval('row_id'), 1, 'NORMALE', 'Normale', '#888888', 30, 1);
        insert into document_type (tenant_id, id, version, code, label, domain, family)
          values (1, nextval('row_id'), 1, 'DIVERS', 'Divers', 'Divers', 'Divers')
        """);
  }

  @AfterEach
  void stop() throws Exception {
    launcher("stop");
  }

  @Test
  void what_was_backed_up_comes_back_whole_and_to_the_minute_asked_for() throws Exception {
    for (var word : List.of("aubépine", "bouleau", "charme")) {
      letter(word);
    }
    awaitFound("bouleau");
    var letters = letters();
    var contents = contents();
    launcher(
        "backup", PLACE.resolve("copy").toString(), "--secrets", PLACE.resolve("keys").toString());

    letter("douglas");
    awaitFound("douglas");
    Thread.sleep(1500);
    var moment = Instant.now();
    Thread.sleep(1500);
    letter("épicéa");
    launcher("stop");
    run(
        "bash",
        "-c",
        "cp -R \"$1/content\" \"$2\" && rm -rf \"$1\"",
        "-",
        DATA.toString(),
        PLACE.resolve("later").toString());
    environment.remove("VAGUEMESTRE_WAL_ARCHIVE");

    restore();
    launcher("start", "--detach");
    assertThat(letters()).isEqualTo(letters);
    assertThat(contents()).isEqualTo(contents).isNotEmpty();
    awaitFound("aubépine");
    assertThat(found("douglas")).isZero();
    launcher("journal", "verify");
    launcher("stop");

    assertThat(
            launch(
                "restore",
                PLACE.resolve("copy").toString(),
                "--secrets",
                PLACE.resolve("keys").toString()))
        .as("never over what is there, unless told so")
        .isNotZero();
    assertThat(
            launch(
                "restore",
                PLACE.resolve("copy").toString(),
                "--secrets",
                PLACE.resolve("keys").toString(),
                "--wal",
                Files.createDirectories(PLACE.resolve("no-log")).toString(),
                "--force"))
        .as("never with a log that holds nothing after the backup")
        .isNotZero();
    restore(
        "--wal",
        PLACE.resolve("wal").toString(),
        "--until",
        moment.toString(),
        "--content",
        PLACE.resolve("later").toString(),
        "--force");
    launcher("start", "--detach");
    assertThat(letters()).hasSize(4).containsAll(letters);
    awaitFound("douglas");
    assertThat(found("épicéa")).as("came after that moment").isZero();
    assertThat(named()).allSatisfy(sha -> assertThat(contents()).contains(sha));
    launcher("journal", "verify");
  }

  @Test
  void a_damaged_backup_is_refused_before_anything_is_touched() throws Exception {
    letter("hêtre");
    launcher("backup", PLACE.resolve("copy").toString());
    launcher("stop");
    try (var files = Files.walk(PLACE.resolve("copy/content"))) {
      Files.writeString(
          files.filter(Files::isRegularFile).findFirst().orElseThrow(), "other bytes");
    }
    assertThat(launch("restore", PLACE.resolve("copy").toString(), "--force")).isNotZero();
    Files.writeString(
        Files.createDirectories(PLACE.resolve("external")).resolve("mode"), "production");
    environment.put("VAGUEMESTRE_DATA", PLACE.resolve("external").toString());
    assertThat(launch("backup", PLACE.resolve("nothing").toString()))
        .as("no embedded database is made to be backed up")
        .isNotZero();
    assertThat(PLACE.resolve("nothing")).doesNotExist();
    environment.put("VAGUEMESTRE_DATA", DATA.toString());
    launcher("start", "--detach");
    assertThat(letters()).hasSize(1);
  }

  private void restore(String... more) throws Exception {
    var words =
        new ArrayList<>(
            List.of(
                "restore",
                PLACE.resolve("copy").toString(),
                "--secrets",
                PLACE.resolve("keys").toString()));
    words.addAll(List.of(more));
    launcher(words.toArray(String[]::new));
  }

  private void letter(String word) {
    var answer =
        admin.post(
            "/v1/correspondence",
            List.of(
                Part.json(
                    "metadata",
                    "{\"subject\":\"%s\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"sender\":{\"lastName\":\"Arbre\"}}"
                        .formatted(word)),
                Part.file(
                    "file",
                    "l.txt",
                    "text/plain",
                    ("Un " + word).getBytes(StandardCharsets.UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private void awaitFound(String word) {
    ATown.until(
        () -> Rest.json(admin.get("/v1/search?q=" + encoded(word))), r -> r.getInt("total") == 1);
  }

  private int found(String word) {
    return Rest.json(admin.get("/v1/search?q=" + encoded(word))).getInt("total");
  }

  private static String encoded(String word) {
    return java.net.URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  private static List<String> letters() throws Exception {
    return texts("select id || ' ' || chrono || ' ' || subject from correspondence order by id");
  }

  private static List<String> named() throws Exception {
    return texts("select distinct sha256 from document");
  }

  /** Addresses of the store, each checked against its bytes. */
  private static TreeSet<String> contents() throws IOException {
    try (var files = Files.walk(DATA.resolve("content"))) {
      var kept = files.filter(Files::isRegularFile).collect(Collectors.toList());
      var addresses = new TreeSet<String>();
      for (var file : kept) {
        var bytes = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(file.getFileName().toString());
        addresses.add(file.getFileName().toString());
      }
      return addresses;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(String question) throws Exception {
    try (var connection = database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static void sql(String words) throws Exception {
    try (var connection = database();
        var statement = connection.createStatement()) {
      statement.execute(words);
    }
  }

  private static java.sql.Connection database() throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + DATABASE_PORT + "/vaguemestre",
        "postgres",
        Files.readString(DATA.resolve("secrets/db-superuser")).strip());
  }

  private void launcher(String... words) throws Exception {
    assertThat(launch(words))
        .as(String.join(" ", words) + ": see " + PLACE.resolveSibling("backup-launcher.log"))
        .isZero();
  }

  private int launch(String... words) throws Exception {
    var command = new ArrayList<>(List.of(HOME.resolve("vaguemestre").toString()));
    command.addAll(List.of(words));
    return run(command.toArray(String[]::new));
  }

  private int run(String... command) throws Exception {
    Files.createDirectories(PLACE.getParent());
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    PLACE.resolveSibling("backup-launcher.log").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("VAGUEMESTRE_"));
    builder.environment().putAll(environment);
    var process = builder.start();
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
