package fr.vaguemestre.api.publik;

import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.api.platform.RequestRefused;
import fr.vaguemestre.capture.GivenFile;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The data of a form: what its fields say, by their names, and the files among them. Of a list,
 * {@code x} is said and {@code x_raw} is not; of a block, the rows are.
 */
final class FormData {
  private static final List<String> TWINS = List.of("_raw", "_structured");

  private final LargeJson document;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<GivenFile> files = new ArrayList<>();

  private FormData(LargeJson document) {
    this.document = document;
  }

  static FormData of(LargeJson document, JsonObject data) throws IOException {
    var read = new FormData(document);
    read.members("", data);
    return read;
  }

  /**
   * @throws fr.vaguemestre.api.platform.InvalidFields when there are too many, or too long ones
   */
  Map<String, String> answers() {
    var object = Json.createObjectBuilder();
    answers.forEach(object::add);
    var fields = Fields.of(Json.createObjectBuilder().add("data", object).build());
    var words = fields.words("data");
    fields.check();
    return words;
  }

  List<GivenFile> files() {
    return List.copyOf(files);
  }

  private void members(String prefix, JsonObject object) throws IOException {
    for (var member : object.entrySet()) {
      var name = member.getKey();
      if (!twin(object, name)) {
        var rows = object.get(name + "_raw");
        member(prefix + name, isBlock(rows) ? rows : member.getValue());
      }
    }
  }

  private static boolean twin(JsonObject object, String name) {
    return TWINS.stream()
        .anyMatch(
            end ->
                name.endsWith(end)
                    && object.containsKey(name.substring(0, name.length() - end.length())));
  }

  private static boolean isBlock(JsonValue value) {
    return value instanceof JsonArray rows
        && !rows.isEmpty()
        && rows.stream().allMatch(JsonObject.class::isInstance);
  }

  private void member(String name, JsonValue value) throws IOException {
    if (value instanceof JsonObject object) {
      if (object.containsKey("filename")) {
        file(name, object);
      } else {
        members(name + ".", object);
      }
    } else if (value instanceof JsonArray rows && isBlock(rows)) {
      for (int i = 0; i < rows.size(); i++) {
        member(name + "." + (i + 1), rows.get(i));
      }
    } else if (value instanceof JsonArray words) {
      answers.put(name, words.stream().map(FormData::said).collect(Collectors.joining(", ")));
    } else if (value != JsonValue.NULL) {
      answers.put(name, said(value));
    }
  }

  private void file(String name, JsonObject file) throws IOException {
    var called = file.getString("filename", name);
    var content = file.get("content");
    if (content instanceof JsonString base64) {
      if (files.size() >= LargeJson.MOST_FILES) {
        throw new RequestRefused(413, "request.too-many-files");
      }
      files.add(new GivenFile(called, document.bytes(base64.getString())));
    } else {
      answers.put(name, (called + " " + file.getString("url", "")).strip());
    }
  }

  private static String said(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }
}
