package fr.vaguemestre.installation;

import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The running server's API, called for a command on behalf of whoever gives their account: options
 * and environment, else the terminal.
 */
public final class PlatformCall {
  private final Map<String, String> options;
  private final Map<String, String> environment;
  private final Optional<Console> terminal = Optional.ofNullable(System.console());
  private final HttpClient client = HttpClient.newHttpClient();
  private String authorization;

  public PlatformCall(Map<String, String> options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  /** The option, or what is typed at the terminal. */
  String given(String option, String question) {
    return Optional.ofNullable(options.get(option))
        .or(() -> terminal.map(console -> console.readLine("%s : ", question)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new IllegalArgumentException("Il manque --" + option + "."));
  }

  public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    return read(client.send(request.build(), BodyHandlers.ofString()));
  }

  public JsonObject get(String path) throws IOException, InterruptedException {
    return read(client.send(request(path).build(), BodyHandlers.ofString()));
  }

  void download(String path, Path file) throws IOException, InterruptedException {
    var answer = client.send(request(path).build(), BodyHandlers.ofFile(file));
    if (answer.statusCode() != 200) {
      throw new IllegalArgumentException("Le fichier n’a pas pu être téléchargé : " + file);
    }
  }

  private HttpRequest.Builder request(String path) {
    if (authorization == null) {
      authorization = identify();
    }
    return HttpRequest.newBuilder(URI.create(environment.get("VAGUEMESTRE_URL") + "/api" + path))
        .header("Authorization", authorization)
        .header("Accept-Language", "fr");
  }

  private String identify() {
    var caller = given("as", "Votre compte (compte ou compte@code)");
    var pair = (caller + ":" + secret(caller)).getBytes(StandardCharsets.UTF_8);
    var basic = "Basic " + Base64.getEncoder().encodeToString(pair);
    Arrays.fill(pair, (byte) 0);
    return basic;
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

  private static JsonObject read(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      var read = answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : reader.readObject();
      if (answer.statusCode() < 300) {
        return read;
      }
      var message = new StringBuilder("Rien n’a été fait. " + read.getString("detail", ""));
      if (read.get("errors") instanceof JsonArray errors) {
        for (var error : errors.getValuesAs(JsonObject.class)) {
          message.append("\n  ").append(error.getString("field", ""));
          message.append(" : ").append(error.getString("detail", ""));
        }
      }
      throw new IllegalArgumentException(message.toString());
    }
  }
}
