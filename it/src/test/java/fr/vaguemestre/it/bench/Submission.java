package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What a portal sends for somebody, wholly told by its key: the same again is the same request. Of
 * {@code files} small text files, as multipart; with none, as JSON.
 */
record Submission(String marker, String key, String type, int files) {
  private static final int LONGEST = 20_000;

  String subject() {
    return "Mesure " + marker + " " + key;
  }

  Caller.Answer bring(Caller caller) {
    return files == 0
        ? caller.bring("/v1/submissions", key, "application/json", json().getBytes(UTF_8))
        : caller.bring("/v1/submissions", key, Caller.MULTIPART, multipart());
  }

  private String json() {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("subject", subject())
        .add("text", "Bonjour, ceci est une mesure.")
        .add(
            "person",
            Json.createObjectBuilder()
                .add("firstName", "Geneviève")
                .add("lastName", "Mesure" + Math.floorMod(key.hashCode(), 200))
                // Read by nobody: what leaves by mail is not what is measured.
                .add("email", "noreply@example.org")
                .add(
                    "postalAddress",
                    Json.createObjectBuilder()
                        .add("street", "14 bis, chemin de la Tuilerie")
                        .add("postcode", "25970")
                        .add("city", "Pontarlieu")))
        .add("answers", Json.createObjectBuilder().add("lieu", "square"))
        .build()
        .toString();
  }

  private byte[] multipart() {
    var body = new ByteArrayOutputStream();
    body.writeBytes(Caller.head("submission\"\r\nContent-Type: application/json"));
    body.writeBytes(json().getBytes(UTF_8));
    for (int file = 0; file < files; file++) {
      body.writeBytes(
          Caller.head("file\"; filename=\"piece-" + file + ".txt\"\r\nContent-Type: text/plain"));
      body.writeBytes(words(file).getBytes(UTF_8));
    }
    body.writeBytes(Caller.tail());
    return body.toByteArray();
  }

  private String words(int file) {
    var random = new SplittableRandom(key.hashCode() + file);
    return random
        .ints(random.nextInt(10, LONGEST / 6), 0, 100_000)
        .mapToObj(i -> "%05d".formatted(i))
        .collect(Collectors.joining(" "));
  }
}
