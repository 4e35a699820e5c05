package fr.vaguemestre.api.platform;

import java.util.List;

/** The request is well formed but some of its fields cannot be taken: all of them, at once. */
public class InvalidFields extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final transient List<FieldError> errors;

  public InvalidFields(List<FieldError> errors) {
    this(422, errors);
  }

  public InvalidFields(int status, List<FieldError> errors) {
    super(errors.toString(), null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  public InvalidFields(String field, String code, Object... arguments) {
    this(List.of(FieldError.of(field, code, arguments)));
  }

  public int status() {
    return status;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
