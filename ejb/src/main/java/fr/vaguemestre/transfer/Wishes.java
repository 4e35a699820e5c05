package fr.vaguemestre.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;

/** Turns what the form would refuse on a wish into problems of its line. */
@ApplicationScoped
public class Wishes {
  @Inject Validator validator;

  /**
   * @param columns the file's column of each property
   */
  List<Problem> problems(Line line, Object wish, Map<String, String> columns) {
    return validator.validate(wish).stream()
        .map(v -> problem(line, v, columns))
        .sorted(java.util.Comparator.comparing(p -> String.valueOf(p.column())))
        .toList();
  }

  private static Problem problem(
      Line line, ConstraintViolation<Object> violation, Map<String, String> columns) {
    var column = columns.get(violation.getPropertyPath().iterator().next().getName());
    var broken = violation.getConstraintDescriptor().getAnnotation();
    return switch (broken) {
      case Size size -> Problem.of(line, column, "transfer.too-long", size.max());
      case jakarta.validation.constraints.Email email ->
          Problem.of(line, column, "transfer.bad-email", violation.getInvalidValue());
      case jakarta.validation.constraints.Pattern pattern ->
          Problem.of(line, column, "transfer.bad-code", violation.getInvalidValue());
      default -> Problem.of(line, column, "transfer.missing");
    };
  }
}
