package fr.vaguemestre.api.platform;

import java.util.List;

/** What is wrong with one field: its path in the request ({@code sender.email}) and the rule. */
public record FieldError(String field, String code, List<Object> arguments) {
  static FieldError of(String field, String code, Object... arguments) {
    return new FieldError(field, code, List.of(arguments));
  }
}
