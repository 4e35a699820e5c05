package fr.vaguemestre.web.shell;

import fr.vaguemestre.platform.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a service's input lacks, as refusals of the fields on the screen. */
final class Violations {
  private static final Map<String, String> KEYS =
      Map.of(
          "NotNull", "shell.field.required",
          "NotBlank", "shell.field.required",
          "NotEmpty", "shell.field.required",
          "Size", "shell.field.too-long",
          "Email", "shell.field.not-email",
          "Min", "shell.field.too-small");

  private Violations() {}

  static List<Refusal> of(ConstraintViolationException exception) {
    return exception.getConstraintViolations().stream().map(Violations::refusal).toList();
  }

  private static Refusal refusal(ConstraintViolation<?> violation) {
    var descriptor = violation.getConstraintDescriptor();
    var rule = descriptor.getAnnotation().annotationType().getSimpleName();
    var bound = descriptor.getAttributes().get(rule.equals("Min") ? "value" : "max");
    var field =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
            .filter(node -> node.getKind() == ElementKind.PROPERTY)
            .map(node -> node.getName())
            .collect(Collectors.joining("."));
    return Refusal.field(
        field,
        KEYS.getOrDefault(rule, "shell.field.invalid"),
        bound == null ? new Object[0] : new Object[] {bound});
  }
}
