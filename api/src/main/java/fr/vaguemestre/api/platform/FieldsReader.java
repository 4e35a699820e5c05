package fr.vaguemestre.api.platform;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a JSON object of at most 1 MB and 32 levels, no name twice in one object: one of its two
 * values would be lost unseen. An empty body is an empty object.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class FieldsReader implements MessageBodyReader<Fields> {
  private static final int LONGEST = 1024 * 1024;
  private static final int DEEPEST = 32;
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == Fields.class;
  }

  @Override
  public Fields readFrom(
      Class<Fields> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return read(body);
  }

  /**
   * @throws RequestRefused 400 when it is no JSON object or has a name twice, 413 when it is too
   *     long or too deep
   */
  public static Fields read(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new RequestRefused(413, "request.json-too-large");
    }
    return bytes.length == 0 ? Fields.none() : Fields.of(parse(bytes));
  }

  private static JsonObject parse(byte[] bytes) {
    refuseOddBytes(bytes);
    refuseTooDeep(bytes);
    try (var reader =
        READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      if (reader.readValue() instanceof JsonObject object) {
        return object;
      }
      throw new RequestRefused(400, "request.not-a-json-object");
    } catch (JsonParsingException e) {
      boolean twice = e.getCause() instanceof IllegalStateException;
      throw new RequestRefused(
          400, twice ? "request.json-duplicate-key" : "request.malformed-json");
    } catch (UnsupportedOperationException e) {
      // A number of a thousand digits and more.
      throw new RequestRefused(400, "request.malformed-json");
    }
  }

  private static void refuseOddBytes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new RequestRefused(400, "request.not-utf-8");
    }
  }

  /** Counted before parsing: a parser that recurses must not meet a thousand brackets. */
  private static void refuseTooDeep(byte[] bytes) {
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        case '"' -> text = !text;
        case '\\' -> i += text ? 1 : 0;
        case '{', '[' -> depth += text ? 0 : 1;
        case '}', ']' -> depth -= text ? 0 : 1;
        default -> {
          continue;
        }
      }
      if (depth > DEEPEST) {
        throw new RequestRefused(413, "request.json-too-deep");
      }
    }
  }
}
