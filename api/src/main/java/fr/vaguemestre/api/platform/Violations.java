package fr.vaguemestre.api.platform;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Broken constraints of a service's input as errors of the fields the caller knows. */
final class Violations {
  private static final Map<String, String> CODES =
      Map.of(
          "NotNull", "field.required",
          "NotBlank", "field.required",
          "NotEmpty", "field.required",
          "Size", "field.too-long",
          "Email", "field.not-email",
          "Min", "field.too-small");

  private Violations() {}

  static List<FieldError> of(ConstraintViolationException exception) {
    var errors = new ArrayList<FieldError>();
    for (var violation : exception.getConstraintViolations()) {
      errors.add(error(violation));
    }
    errors.sort(Comparator.comparing(FieldError::field).thenComparing(FieldError::code));
    return errors;
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    var descriptor = violation.getConstraintDescriptor();
    var rule = descriptor.getAnnotation().annotationType().getSimpleName();
    var code = CODES.getOrDefault(rule, "field.invalid");
    var bound = descriptor.getAttributes().get(rule.equals("Min") ? "value" : "max");
    return new FieldError(
        field(violation.getPropertyPath()), code, bound == null ? List.of() : List.of(bound));
  }

  /** {@code register.wish.sender.email}: what comes after the method and its parameter. */
  private static String field(Path path) {
    var name = new StringBuilder();
    for (var node : path) {
      if (node.getKind() == ElementKind.PROPERTY) {
        if (node.isInIterable() && node.getIndex() != null) {
          name.append('[').append(node.getIndex()).append(']');
        }
        name.append(name.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return name.toString();
  }
}
