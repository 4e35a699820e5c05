package fr.vaguemestre.reply;

import fr.vaguemestre.platform.db.Row;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/**
 * What a version was merged from, so that it can be merged again for somebody else.
 *
 * @param sha256 of the template's file as it was
 * @param values by marker, as {@link MergeFields} gave them then
 */
public record MergeSource(String sha256, String mediaType, Map<String, Object> values) {
  public MergeSource {
    values = Map.copyOf(values);
  }

  static MergeSource read(Row row) {
    var values = new HashMap<String, Object>();
    try (var reader = Json.createReader(new StringReader(row.text("merged")))) {
      var merged = reader.readObject();
      merged.keySet().forEach(marker -> values.put(marker, merged.getString(marker)));
    }
    return new MergeSource(row.text("sha256"), row.text("media_type"), values);
  }

  String json() {
    return Json.createObjectBuilder(values).build().toString();
  }
}
