package fr.vaguemestre.evidence;

import fr.vaguemestre.journal.JournalChain;
import fr.vaguemestre.journal.JournalEntry;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be checked of {@code journal.json} with the file alone, and what a town's seals say. */
final class JournalCheck {
  /** A town's own seals, where its database is at hand. */
  interface Seals {
    /** The hash at this place of the chain; empty when there is none. */
    Optional<String> hash(long number);
  }

  private final JsonObject file;

  private JournalCheck(JsonObject file) {
    this.file = file;
  }

  /**
   * @throws IllegalArgumentException when the bytes are no such file
   */
  static JournalCheck of(byte[] json) {
    try (var reader = Json.createReader(new ByteArrayInputStream(json))) {
      var file = reader.readObject();
      if (!JournalFile.FORMAT.equals(file.getString("format", null))) {
        throw new IllegalArgumentException("format inconnu");
      }
      return new JournalCheck(file);
    } catch (JsonException | ClassCastException e) {
      throw new IllegalArgumentException("ce n’est pas un journal exporté", e);
    }
  }

  String town() {
    return file.getJsonObject("town").getString("code");
  }

  String chrono() {
    return file.getJsonObject("letter").getString("chrono");
  }

  int entries() {
    return file.getJsonArray("entries").size();
  }

  long unsealed() {
    return file.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
        .filter(entry -> entry.isNull("number"))
        .count();
  }

  /** What does not hold, one line each; none when all holds. */
  List<String> faults(Seals seals) {
    var faults = new ArrayList<String>();
    for (var entry : file.getJsonArray("entries").getValuesAs(JsonObject.class)) {
      if (!entry.isNull("number")) {
        fault(entry, seals).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private Optional<String> fault(JsonObject entry, Seals seals) {
    try {
      long number = number(entry, "number");
      var hash = entry.getString("hash");
      int town = file.getJsonObject("town").getInt("id");
      if (!hash.equals(JournalChain.next(entry.getString("previous"), town, number, read(entry)))) {
        return Optional.of("entrée %d : l’empreinte n’est pas la sienne".formatted(number));
      }
      var kept = seals.hash(number);
      return kept.filter(hash::equals).isPresent()
          ? Optional.empty()
          : Optional.of("entrée %d : ce n’est pas le scellé de la ville".formatted(number));
    } catch (ClassCastException | NullPointerException | DateTimeParseException e) {
      return Optional.of("entrée illisible : " + entry);
    }
  }

  private static JournalEntry read(JsonObject entry) {
    return new JournalEntry(
        number(entry, "id"),
        Instant.parse(entry.getString("at")),
        number(entry, "actor"),
        numberOrNull(entry, "forAgent"),
        numberOrNull(entry, "correspondence"),
        entry.getString("action"),
        textOrNull(entry, "before"),
        textOrNull(entry, "after"),
        entry.getString("facts"));
  }

  private static long number(JsonObject entry, String name) {
    return entry.getJsonNumber(name).longValue();
  }

  private static Long numberOrNull(JsonObject entry, String name) {
    return entry.isNull(name) ? null : (Long) number(entry, name);
  }

  private static String textOrNull(JsonObject entry, String name) {
    return entry.get(name) instanceof JsonString text ? text.getString() : null;
  }
}
