package fr.vaguemestre.installation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code vaguemestre tenant create|suspend|resume|export|delete}: asks the running server, on
 * behalf of an administrator of the platform. What the options leave out is asked at the terminal.
 * Passwords come from the environment or the terminal, never from an option: options are read by
 * every account of the machine. Ends with 1 when the server said no.
 */
public final class TownCommand {
  private static final Map<String, String> ASKED = new LinkedHashMap<>();
  private static final Map<String, String> KEPT =
      Map.of("host", "hostName", "email", "email", "phone", "phone", "address", "address");

  static {
    ASKED.put("name", "name");
    ASKED.put("code", "code");
    ASKED.put("admin-login", "adminLogin");
    ASKED.put("admin-first-name", "adminFirstName");
    ASKED.put("admin-last-name", "adminLastName");
  }

  private static final Set<String> OPTIONS =
      Stream.of(ASKED.keySet(), KEPT.keySet(), Set.of("as", "confirm"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, String> options;
  private final Map<String, String> environment;
  private final PlatformCall server;

  private TownCommand(Map<String, String> options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
    this.server = new PlatformCall(options, environment);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      new TownCommand(CommandLine.options(OPTIONS, arguments), System.getenv())
          .run(CommandLine.words(arguments));
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      say("Le serveur ne répond pas : démarrez-le (./vaguemestre start), puis recommencez.");
      System.exit(1);
    }
  }

  private void run(String... words) throws IOException, InterruptedException {
    var deed = words.length == 0 ? "" : words[0] + " " + words.length;
    switch (deed) {
      case "create 1" -> create();
      case "suspend 2" -> {
        server.post(town(words[1]) + "/suspend", JsonObject.EMPTY_JSON_OBJECT);
        say("Suspendue : " + words[1]);
      }
      case "resume 2" -> {
        server.post(town(words[1]) + "/resume", JsonObject.EMPTY_JSON_OBJECT);
        say("De nouveau en service : " + words[1]);
      }
      case "export 3" -> export(words[1], Path.of(words[2]));
      case "delete 2" -> delete(words[1]);
      default ->
          throw new IllegalArgumentException(
              "tenant create | suspend CODE | resume CODE | export CODE FICHIER.zip | delete CODE");
    }
  }

  private void create() throws IOException, InterruptedException {
    var town = server.post("/v1/towns", founding());
    say("Collectivité ouverte : " + town.getString("name") + " (" + town.getString("code") + ")");
    say("  compte de son administrateur : " + town.getString("login"));
    if (!town.isNull("password")) {
      say("  mot de passe, affiché cette seule fois : " + town.getString("password"));
    }
  }

  private void export(String code, Path file) throws IOException, InterruptedException {
    var job = done(server.post(town(code) + "/exports", JsonObject.EMPTY_JSON_OBJECT));
    server.download(content(job), file);
    say("Archive de " + code + " : " + file + " (" + job.getJsonNumber("size") + " octets)");
    say("  SHA-256 : " + job.getString("sha256"));
  }

  private void delete(String code) throws IOException, InterruptedException {
    var typed =
        server.given(
            "confirm", "Tout sera effacé pour toujours. Tapez " + code + " pour confirmer");
    var job =
        done(
            server.post(
                town(code) + "/deletion",
                Json.createObjectBuilder().add("confirmation", typed).build()));
    var file = Path.of("attestation-" + code + ".json");
    server.download(content(job), file);
    say("Supprimée : " + code + ". Attestation : " + file);
    say("  SHA-256 : " + job.getString("sha256"));
  }

  /** Until the job is done; stopping this command stops nothing on the server. */
  private JsonObject done(JsonObject job) throws IOException, InterruptedException {
    var last = job;
    while (!"done".equals(last.getString("state"))) {
      if ("failed".equals(last.getString("state"))) {
        throw new IllegalArgumentException(
            "Le travail a échoué : voyez « Travaux en attente » à l’écran.");
      }
      TimeUnit.SECONDS.sleep(1);
      last = server.get("/v1/town-jobs/" + job.getInt("id"));
    }
    return last;
  }

  private static String content(JsonObject job) {
    return "/v1/town-jobs/" + job.getInt("id") + "/content";
  }

  private static String town(String code) {
    if (!code.matches("[A-Za-z0-9]{1,20}")) {
      throw new IllegalArgumentException("Ce n’est pas le code d’une collectivité : " + code);
    }
    return "/v1/towns/" + code;
  }

  private JsonObject founding() {
    var body = Json.createObjectBuilder();
    ASKED.forEach((option, field) -> body.add(field, server.given(option, "--" + option)));
    KEPT.forEach(
        (option, field) ->
            Optional.ofNullable(options.get(option)).ifPresent(value -> body.add(field, value)));
    Optional.ofNullable(environment.get("VAGUEMESTRE_TOWN_ADMIN_PASSWORD"))
        .ifPresent(value -> body.add("password", value));
    return body.build();
  }

  @SuppressWarnings("SystemOut") // a command speaks on its standard output
  private static void say(String text) {
    System.out.println(text);
  }
}
