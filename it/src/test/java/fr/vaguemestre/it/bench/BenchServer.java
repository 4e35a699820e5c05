package fr.vaguemestre.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The server under measure: the demo town in a data folder and on ports of its own, as {@code
 * ./vaguemestre bench} sets them in the environment.
 */
final class BenchServer {
  private static final Path HOME = Path.of(variable("VAGUEMESTRE_HOME"));
  private static final Path DATA = Path.of(variable("VAGUEMESTRE_DATA"));

  private BenchServer() {}

  static String address() {
    return "http://127.0.0.1:" + variable("VAGUEMESTRE_HTTP_PORT") + "/api";
  }

  /** Of the project. */
  static Path home() {
    return HOME;
  }

  static Path data() {
    return DATA;
  }

  /** Starts what does not run of server and database; returns once the server is ready. */
  static void start() {
    launcher("demo", "--no-install", "--detach");
  }

  static void stop() {
    launcher("stop");
  }

  /** What a power cut does to the server's process. */
  static void killServer() {
    kill(pid(DATA.resolve("run/server.pid")));
  }

  /**
   * The same to the database: its postmaster goes at once, the others as soon as they notice; a
   * machine that lost its power would have none left, so they are waited for.
   */
  static void killDatabase() {
    var postmaster = ProcessHandle.of(databasePid()).orElseThrow();
    var all = new ArrayList<>(List.of(postmaster));
    postmaster.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(
        process -> {
          var until = Instant.now().plus(Duration.ofSeconds(20));
          while (process.isAlive() && Instant.now().isBefore(until)) {
            pause(50);
          }
        });
  }

  /** Stops the database at once, as a crash of its machine would; the server runs on without it. */
  static void stopDatabase() {
    postgres("as_postgres \"$PG_BIN/bin/pg_ctl\" -D \"$PG_CLUSTER\" -m immediate -w -t 60 -s stop");
  }

  /** Starts it again, under a server that runs. */
  static void startDatabase() {
    postgres("postgres_start");
  }

  /** In the launcher's own words, which know under which account PostgreSQL runs. */
  private static void postgres(String words) {
    run(
        List.of(
            "bash",
            "-c",
            "set -euo pipefail; HOME_DIR=$VAGUEMESTRE_HOME; DATA=$(readlink -m \"$VAGUEMESTRE_DATA\");"
                + " RUN=$DATA/run; for part in speech machine packages postgres; do"
                + " . \"$HOME_DIR/wildfly-config/launcher/$part.sh\"; done; "
                + words));
  }

  /** Sees every town's rows. */
  static Connection database(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + variable("VAGUEMESTRE_DB_PORT") + "/" + name,
        "postgres",
        read(DATA.resolve("secrets/db-superuser")));
  }

  static long serverPid() {
    return pid(DATA.resolve("run/server.pid"));
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long databasePid() {
    return Long.parseLong(read(DATA.resolve("postgres/postmaster.pid")).lines().findFirst().get());
  }

  private static long pid(Path file) {
    return Long.parseLong(read(file));
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  private static void launcher(String... words) {
    var command = new ArrayList<>(List.of(HOME.resolve("vaguemestre").toString()));
    command.addAll(List.of(words));
    run(command);
  }

  private static void run(List<String> command) {
    try {
      Files.createDirectories(DATA);
      var log = DATA.resolve("bench-launcher.log").toFile();
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed, see " + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String variable(String name) {
    var value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run ./vaguemestre bench");
    }
    return value;
  }
}
