package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** A program that calls the API, one connection at a time; of the mail office unless it says so. */
final class Caller {
  /** 100 kB, what a page scanned in black and white weighs. */
  private static final int SIZE = 100_000;

  private static final String BOUNDARY = "vaguemestre-bench";
  static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
  private static final int CITIZENS = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String login;

  Caller() {
    this("courrier");
  }

  /** With a demo account. */
  Caller(String account) {
    login = "Basic " + Base64.getEncoder().encodeToString((account + ":demo").getBytes(UTF_8));
  }

  /** {@code status} 0: no answer came; {@code id} and {@code chrono} of a 201 only. */
  record Answer(int status, long id, String chrono, String body) {}

  /** A letter to bring, wholly told by its key: the same again is the same request. */
  record Letter(String marker, String key, String type, String unit) {
    byte[] pdf() {
      return SamplePdf.of(subject(), SIZE, key.hashCode());
    }

    String subject() {
      return "Mesure " + marker + " " + key;
    }

    private String metadata() {
      int citizen = Math.floorMod(key.hashCode(), CITIZENS);
      return Json.createObjectBuilder()
          .add("subject", subject())
          .add("type", type)
          .add("unit", unit)
          .add(
              "sender",
              Json.createObjectBuilder()
                  .add("lastName", "Mesure" + citizen)
                  .add("email", "mesure" + citizen + "@example.org"))
          .build()
          .toString();
    }

    private byte[] body() {
      var body = new ByteArrayOutputStream(SIZE + 1000);
      body.writeBytes(head("metadata\"\r\nContent-Type: application/json"));
      body.writeBytes(metadata().getBytes(UTF_8));
      body.writeBytes(head("file\"; filename=\"lettre.pdf\"\r\nContent-Type: application/pdf"));
      body.writeBytes(pdf());
      body.writeBytes(tail());
      return body.toByteArray();
    }
  }

  /** How a part of a multipart begins; {@code rest}: from its name on, with its other headers. */
  static byte[] head(String rest) {
    return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + rest + "\r\n\r\n")
        .getBytes(UTF_8);
  }

  /** How it ends. */
  static byte[] tail() {
    return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8);
  }

  Answer register(Letter letter) {
    return bring("/v1/correspondence", letter.key(), MULTIPART, letter.body());
  }

  /** Brings something to be registered under a key. */
  Answer bring(String path, String key, String type, byte[] body) {
    var request =
        request(path)
            .header("Idempotency-Key", key)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 201) {
        return new Answer(response.statusCode(), -1, null, response.body());
      }
      var receipt = json(response.body());
      return new Answer(
          201,
          receipt.getJsonNumber("id").longValue(),
          receipt.getString("chrono"),
          response.body());
    } catch (IOException e) {
      return new Answer(0, -1, null, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Letters the index finds by a word. */
  long found(String word) {
    var found = get("/v1/search?limit=1&q=" + URLEncoder.encode(word, UTF_8));
    return found.getBoolean("relaxed") ? 0 : found.getJsonNumber("total").longValue();
  }

  JsonObject get(String path) {
    try {
      var response = http.send(request(path).GET().build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + response.statusCode());
      }
      return json(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(BenchServer.address() + path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", login);
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
