package fr.vaguemestre.api.platform;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a record as a JSON object: its components in their order, a missing value as null, days
 * and instants in ISO 8601, instants in UTC.
 */
@Provider
@Produces({MediaType.APPLICATION_JSON, Problem.JSON})
public class RecordJson implements MessageBodyWriter<Record> {
  private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

  /** Looking the components up costs more than reading them. */
  private static final ClassValue<List<Member>> MEMBERS =
      new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Member::of).toList();
        }
      };

  private record Member(String name, Method accessor) {
    static Member of(RecordComponent component) {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return new Member(component.getName(), accessor);
    }

    Object of(Record value) {
      try {
        return accessor.invoke(value);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    write(answer, out);
  }

  static void write(Record answer, OutputStream out) {
    var json = JSON.createGenerator(out);
    json.writeStartObject();
    members(json, answer);
    json.writeEnd();
    json.flush();
  }

  private static void members(JsonGenerator json, Record value) {
    for (var member : MEMBERS.get(value.getClass())) {
      json.writeKey(member.name());
      write(json, member.of(value));
    }
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Record inner -> {
        json.writeStartObject();
        members(json, inner);
        json.writeEnd();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach(
            (key, inner) -> {
              json.writeKey(String.valueOf(key));
              write(json, inner);
            });
        json.writeEnd();
      }
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(inner -> write(json, inner));
        json.writeEnd();
      }
      case Boolean flag -> json.write(flag);
      case Integer number -> json.write(number);
      case Long number -> json.write(number);
      case Enum<?> constant -> json.write(constant.name());
      default -> json.write(value.toString());
    }
  }
}
