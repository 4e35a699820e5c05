package fr.vaguemestre.installation;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Console;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code vaguemestre tenant create}: asks the running server for a town, on behalf of an
 * administrator of the platform. What the options leave out is asked at the terminal. Passwords
 * come from the environment or the terminal, never from an option: options are read by every
 * account of the machine. Ends with 1 when nothing was created.
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

  private final Map<String, String> options;
  private final Map<String, String> environment;
  private final Optional<Console> terminal = Optional.ofNullable(System.console());

  private TownCommand(Map<String, String> options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      new TownCommand(options(arguments), System.getenv()).run();
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      say("Le serveur ne répond pas : démarrez-le (./vaguemestre start), puis recommencez.");
      System.exit(1);
    }
  }

  /** {@code --code PONT} or {@code --code=PONT}. */
  static Map<String, String> options(String... arguments) {
    var options = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i++) {
      var option = arguments[i].split("=", 2);
      var name = option[0].replaceFirst("^--", "");
      if (!option[0].startsWith("--")
          || !(ASKED.containsKey(name) || KEPT.containsKey(name) || "as".equals(name))) {
        throw new IllegalArgumentException("Option inconnue : " + option[0]);
      }
      if (option.length == 1 && ++i == arguments.length) {
        throw new IllegalArgumentException("Il manque la valeur de --" + name);
      }
      options.put(name, option.length == 2 ? option[1] : arguments[i]);
    }
    return options;
  }

  private void run() throws IOException, InterruptedException {
    var caller =
        given("as", "Votre compte d’administrateur de la plate-forme (compte ou compte@code)");
    var password = secret(caller);
    var answer = send(caller, password, body());
    var town = read(answer.body());
    if (answer.statusCode() == 201) {
      say("Collectivité ouverte : " + town.getString("name") + " (" + town.getString("code") + ")");
      say("  compte de son administrateur : " + town.getString("login"));
      if (!town.isNull("password")) {
        say("  mot de passe, affiché cette seule fois : " + town.getString("password"));
      }
      return;
    }
    var message = new StringBuilder("Rien n’a été créé. " + town.getString("detail", ""));
    if (town.get("errors") instanceof jakarta.json.JsonArray errors) {
      for (var error : errors.getValuesAs(JsonObject.class)) {
        message.append("\n  ").append(error.getString("field", ""));
        message.append(" : ").append(error.getString("detail", ""));
      }
    }
    throw new IllegalArgumentException(message.toString());
  }

  private JsonObject body() {
    var body = Json.createObjectBuilder();
    ASKED.forEach((option, field) -> body.add(field, given(option, "--" + option)));
    KEPT.forEach(
        (option, field) ->
            Optional.ofNullable(options.get(option)).ifPresent(value -> body.add(field, value)));
    Optional.ofNullable(environment.get("VAGUEMESTRE_TOWN_ADMIN_PASSWORD"))
        .ifPresent(value -> body.add("password", value));
    return body.build();
  }

  private String given(String option, String question) {
    return Optional.ofNullable(options.get(option))
        .or(() -> terminal.map(console -> console.readLine("%s : ", question)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new IllegalArgumentException("Il manque --" + option + "."));
  }

  private String secret(String caller) {
    return Optional.ofNullable(environment.get("VAGUEMESTRE_PLATFORM_PASSWORD"))
        .or(
            () ->
                terminal.map(
                    console -> new String(console.readPassword("Mot de passe de %s : ", caller))))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Il manque votre mot de passe : mettez-le dans VAGUEMESTRE_PLATFORM_PASSWORD."));
  }

  private HttpResponse<String> send(String caller, String password, JsonObject body)
      throws IOException, InterruptedException {
    var pair = (caller + ":" + password).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(environment.get("VAGUEMESTRE_URL") + "/api/v1/towns"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
            .header("Content-Type", "application/json")
            .header("Accept-Language", "fr")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    Arrays.fill(pair, (byte) 0);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static JsonObject read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  @SuppressWarnings("SystemOut") // a command speaks on its standard output
  private static void say(String text) {
    System.out.println(text);
  }
}
