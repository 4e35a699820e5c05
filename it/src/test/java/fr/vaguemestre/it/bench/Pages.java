package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Somebody who reads pages, over the API or, once logged in, on screen; the password is demo. */
final class Pages {
  private static final String PASSWORD = "demo";
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  private final String who;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  Pages(String who) {
    this.who = who;
  }

  /** The answer to a GET over the API, which must be 200. */
  HttpResponse<byte[]> rest(String path) {
    return answer(api(path), 200, HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonObject json(String path) {
    return object(rest(path).body());
  }

  /** Does an action on a letter as it is now; it must be done. */
  void act(long letter, String action, String fields) {
    var path = "/v1/correspondence/" + letter;
    var tag = rest(path).headers().firstValue("ETag").orElseThrow();
    post(path + "/actions/" + action, 200, "application/json", fields.getBytes(UTF_8), tag);
  }

  JsonObject post(String path, int status, String type, byte[] body, String tag) {
    var request = api(path).header("Content-Type", type).header("If-Match", tag);
    return object(
        answer(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                status,
                HttpResponse.BodyHandlers.ofByteArray())
            .body());
  }

  private HttpRequest.Builder api(String path) {
    var basic = Base64.getEncoder().encodeToString((who + ":" + PASSWORD).getBytes(UTF_8));
    return request(BenchServer.address() + path).header("Authorization", "Basic " + basic);
  }

  private static JsonObject object(byte[] body) {
    try (var reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  Pages login() {
    var form = answer(request(root() + "/login.xhtml"), 200).body();
    var fields = new StringJoiner("&");
    for (var hidden = HIDDEN.matcher(form); hidden.find(); ) {
      fields.add(field(hidden.group(1), hidden.group(2)));
    }
    fields.add(field("name", who)).add(field("password", PASSWORD)).add(field("enter", "enter"));
    answer(
        request(root() + "/login.xhtml")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields.toString())),
        302);
    return this;
  }

  void screen(String path) {
    answer(request(root() + path), 200);
  }

  private static String root() {
    return BenchServer.address().replaceFirst("/api$", "");
  }

  private static String field(String name, String value) {
    return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address));
  }

  private HttpResponse<String> answer(HttpRequest.Builder request, int status) {
    return answer(request, status, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> answer(
      HttpRequest.Builder request, int status, HttpResponse.BodyHandler<T> read) {
    try {
      var answer = http.send(request.build(), read);
      if (answer.statusCode() != status) {
        throw new IllegalStateException(request.build().uri() + " answered " + answer.statusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
