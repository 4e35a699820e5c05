package fr.vaguemestre.evidence;

import fr.vaguemestre.journal.JournalEntry;
import fr.vaguemestre.journal.SealedEntry;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code journal.json}: the entries of one letter. Each holds every field its hash is made of, the
 * hash before it in the town's chain, and its own; {@code told} is what the chain does not hold:
 * names and words.
 */
final class JournalFile {
  static final String FORMAT = "vaguemestre-journal-1";

  private JournalFile() {}

  static byte[] json(Export export) {
    var town = export.town();
    var file =
        Json.createObjectBuilder()
            .add("format", FORMAT)
            .add(
                "town",
                Json.createObjectBuilder()
                    .add("id", town.id())
                    .add("code", town.code())
                    .add("name", town.name()))
            .add(
                "letter",
                Json.createObjectBuilder()
                    .add("id", export.letter())
                    .add("chrono", export.chrono())
                    .add("subject", export.subject()))
            .add("exportedAt", export.at().toString())
            .add(
                "exportedBy",
                Json.createObjectBuilder().add("id", export.by()).add("name", export.byName()))
            .add("entries", entries(export.entries()))
            .build();
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(file);
    }
    return text.toString().strip().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonArrayBuilder entries(List<SealedEntry> entries) {
    var all = Json.createArrayBuilder();
    for (var sealed : entries) {
      var one = Json.createObjectBuilder();
      add(one, "number", sealed.number());
      add(one, "previous", sealed.previous());
      add(one, "hash", sealed.hash());
      add(one, "sealedAt", sealed.sealedAt());
      fields(one, sealed.entry());
      var told = Json.createObjectBuilder();
      add(told, "actor", sealed.actor());
      add(told, "inPlaceOf", sealed.inPlaceOf());
      add(told, "words", sealed.words());
      all.add(one.add("told", told));
    }
    return all;
  }

  private static void fields(JsonObjectBuilder one, JournalEntry entry) {
    add(one, "id", entry.id());
    add(one, "at", entry.at());
    add(one, "actor", entry.actor());
    add(one, "forAgent", entry.forAgent());
    add(one, "correspondence", entry.correspondence());
    add(one, "action", entry.action());
    add(one, "before", entry.before());
    add(one, "after", entry.after());
    add(one, "facts", entry.facts());
  }

  private static void add(JsonObjectBuilder object, String name, Object value) {
    if (value == null) {
      object.addNull(name);
    } else if (value instanceof Long number) {
      object.add(name, number);
    } else {
      object.add(name, value.toString());
    }
  }
}
