package fr.vaguemestre.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * The provisioned server with the shipped EAR and the demo town, started by the very launcher a
 * town uses.
 *
 * <p>Started once per JVM by the first test class that asks, with a fresh data directory under
 * {@code it/target/data} and ports of its own; stopped with the JVM. With {@code
 * -Dvaguemestre.it.keep=true} it is left running, data included, and the next run joins it,
 * restarted only when the EAR changed: seconds instead of a minute while a journey is being
 * written. {@code it/target/running-server} is the launcher for it: {@code stop}, {@code status},
 * {@code logs}.
 */
public final class RunningServer implements BeforeAllCallback, TestWatcher {
  /** What this server's metrics are read with. */
  static final String METRICS_TOKEN = "of-the-tests-0123456789-0123456789";

  private static final int LOG_LINES = 60;
  private static final Path HOME =
      Path.of(System.getProperty("vaguemestre.home", "..")).toAbsolutePath().normalize();
  private static final Path TARGET = HOME.resolve("it/target");
  private static final Path DATA = TARGET.resolve("data");
  private static final Path SCRIPT = TARGET.resolve("running-server");
  private static final boolean KEEP = Boolean.getBoolean("vaguemestre.it.keep");

  private static RunningServer started;

  private int http;
  private int management;
  private int smtpCatcher;
  private int returnImap;
  private int database;

  @Override
  public void beforeAll(ExtensionContext context) {
    boolean inTheServerItself = System.getProperty("jboss.server.base.dir") != null;
    if (!inTheServerItself) {
      get();
    }
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    System.err.println("--- end of server.log, after " + context.getDisplayName() + " failed");
    log().stream().skip(Math.max(0, log().size() - LOG_LINES)).forEach(System.err::println);
  }

  /** Address of the screens, without a trailing slash; the API is under {@code /api}. */
  public static URI baseUrl() {
    return URI.create("http://localhost:" + get().http);
  }

  /** Port of the built-in mail catcher. */
  public static int smtpCatcherPort() {
    return get().smtpCatcher;
  }

  /** JDBC address of the server's database; see {@link #secret} for the passwords. */
  public static String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + get().database + "/vaguemestre";
  }

  /** Where this server reads the mailbox of returns: a test listens there. */
  static int returnImapPort() {
    return get().returnImap;
  }

  /**
   * A password the launcher generated: {@code db-app}, {@code db-owner} or {@code db-superuser}.
   */
  public static String secret(String name) {
    get();
    try {
      return Files.readString(DATA.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's data directory. */
  public static Path data() {
    get();
    return DATA;
  }

  /** The server's log so far, one element a line. */
  public static List<String> log() {
    var file = DATA.resolve("server/log/server.log");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Process id of the server's JVM. */
  public static long pid() {
    get();
    try {
      return Long.parseLong(Files.readString(DATA.resolve("run/server.pid")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the server as a power cut would; {@link #start} brings it back on the same data. */
  public static void kill() {
    ProcessHandle.of(pid())
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  /** Stops the server as an operator does; {@link #start} brings it back on the same data. */
  public static void stop() {
    get();
    launch("stop");
  }

  /** Starts the server again after {@link #kill} or {@link #stop}; returns once it is ready. */
  public static void start() {
    launch("demo", "--no-install", "--detach");
  }

  private static synchronized RunningServer get() {
    if (started == null) {
      var server = new RunningServer();
      server.bringUp();
      started = server;
    }
    return started;
  }

  private void bringUp() {
    var joined = KEEP && Files.exists(SCRIPT) && launcher("status") == 0;
    if (!joined) {
      if (Files.exists(DATA.resolve("mode"))) {
        launch("reset", "--yes");
      }
      choosePorts();
      writeScript();
    }
    readPorts();
    System.setProperty("vaguemestre.server.home", HOME.resolve("ear/target/server").toString());
    System.setProperty("vaguemestre.server.management", String.valueOf(management));
    if (joined && !runsTheBuiltEar()) {
      launch("stop");
      start();
    }
    if (!joined) {
      if (!KEEP) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher("stop")));
      }
      start();
    }
  }

  private static boolean runsTheBuiltEar() {
    try {
      return Files.mismatch(
              HOME.resolve("ear/target/vaguemestre.ear"),
              DATA.resolve("server/deployments/vaguemestre.ear"))
          == -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void choosePorts() {
    http = freePort(8180);
    management = freePort(10090);
    smtpCatcher = freePort(3125);
    returnImap = freePort(3143);
    database = freePort(54529);
  }

  /**
   * The script is the one place where this server's environment is written: tests and people use it
   * alike.
   */
  private void writeScript() {
    var environment =
        Map.ofEntries(
            Map.entry("VAGUEMESTRE_HTTP_PORT", http),
            Map.entry("VAGUEMESTRE_MGMT_PORT", management),
            Map.entry("VAGUEMESTRE_SMTP_CATCHER_PORT", smtpCatcher),
            Map.entry("VAGUEMESTRE_RETURN_ADDRESS", "retours@ville.example"),
            Map.entry("VAGUEMESTRE_RETURN_IMAP_HOST", "127.0.0.1"),
            Map.entry("VAGUEMESTRE_RETURN_IMAP_PORT", returnImap),
            Map.entry("VAGUEMESTRE_RETURN_IMAP_TLS", "false"),
            Map.entry("VAGUEMESTRE_RETURN_IMAP_USER", "retours"),
            Map.entry("VAGUEMESTRE_RETURN_IMAP_PASSWORD", "secret"),
            Map.entry("VAGUEMESTRE_RETURN_SECONDS", "2"),
            Map.entry("VAGUEMESTRE_DB_PORT", database),
            Map.entry("VAGUEMESTRE_JOB_CLOCK", "false"),
            Map.entry("VAGUEMESTRE_METRICS_TOKEN", METRICS_TOKEN),
            Map.entry("VAGUEMESTRE_LOG_JSON", "INFO"),
            Map.entry("VAGUEMESTRE_DATA", DATA),
            Map.entry("VAGUEMESTRE_SKIP_BUILD", "yes"));
    var script = new StringBuilder("#!/bin/sh\n");
    environment.forEach((name, value) -> script.append("export " + name + "='" + value + "'\n"));
    var agent = System.getProperty("vaguemestre.server.agent", "");
    if (!agent.isBlank()) {
      script.append("export VAGUEMESTRE_JAVA_OPTS=\"$VAGUEMESTRE_JAVA_OPTS " + agent + "\"\n");
    }
    script.append("exec '" + HOME.resolve("vaguemestre") + "' \"$@\"\n");
    try {
      Files.createDirectories(TARGET);
      Files.writeString(SCRIPT, script);
      SCRIPT.toFile().setExecutable(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readPorts() {
    http = port("VAGUEMESTRE_HTTP_PORT");
    management = port("VAGUEMESTRE_MGMT_PORT");
    smtpCatcher = port("VAGUEMESTRE_SMTP_CATCHER_PORT");
    returnImap = port("VAGUEMESTRE_RETURN_IMAP_PORT");
    database = port("VAGUEMESTRE_DB_PORT");
  }

  private static int port(String variable) {
    try {
      return Files.readAllLines(SCRIPT).stream()
          .filter(line -> line.startsWith("export " + variable + "='"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort(int wished) {
    for (int port : new int[] {wished, 0}) {
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException busy) {
        // The next candidate, 0, lets the system choose.
      }
    }
    throw new IllegalStateException("no free port");
  }

  private static void launch(String... arguments) {
    int code = launcher(arguments);
    if (code != 0) {
      throw new IllegalStateException(
          "running-server " + String.join(" ", arguments) + " ended with " + code);
    }
  }

  private static int launcher(String... arguments) {
    var command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    try {
      // To a file, not a pipe: the server outlives the launcher and would keep a pipe open.
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(TARGET.resolve("running-server.log").toFile()))
              .start();
      if (!process.waitFor(15, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("running-server " + arguments[0] + " did not end");
      }
      if (process.exitValue() != 0 && !arguments[0].equals("status")) {
        System.err.println(Files.readString(TARGET.resolve("running-server.log")));
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
