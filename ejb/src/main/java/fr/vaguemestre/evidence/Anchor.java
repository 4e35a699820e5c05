package fr.vaguemestre.evidence;

import fr.vaguemestre.journal.Seals;
import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a town's journal stood on a day: its last seal, and so every entry before it.
 *
 * @param number 0 when nothing was sealed yet
 * @param hash {@link fr.vaguemestre.journal.JournalChain#START} when nothing was sealed yet
 */
record Anchor(LocalDate day, long number, String hash, Instant at) {
  static final String FORMAT = "vaguemestre-anchor-1";

  boolean holds(Seals.Seal seal) {
    return number == seal.number() && hash.equals(seal.hash());
  }

  /** The file that is kept elsewhere: no entry, no name but the town's code. */
  byte[] json(String town) {
    return (Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("town", town)
                .add("day", day.toString())
                .add("number", number)
                .add("hash", hash)
                .add("at", at.toString())
                .build()
            + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What a file says, and of which town. */
  record File(String town, Anchor anchor) {
    /**
     * @throws IllegalArgumentException when it is no anchor
     */
    static File read(byte[] json) {
      try (var reader =
          Json.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
        var file = reader.readObject();
        if (!FORMAT.equals(file.getString("format", null))) {
          throw new IllegalArgumentException("ce n’est pas une ancre");
        }
        return new File(
            file.getString("town"),
            new Anchor(
                LocalDate.parse(file.getString("day")),
                file.getJsonNumber("number").longValueExact(),
                file.getString("hash"),
                Instant.parse(file.getString("at"))));
      } catch (JsonException | NullPointerException | ClassCastException e) {
        throw new IllegalArgumentException("ce n’est pas une ancre", e);
      }
    }
  }
}
