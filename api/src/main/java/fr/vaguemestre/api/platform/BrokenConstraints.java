package fr.vaguemestre.api.platform;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes broken constraints from the JAX-RS runtime, which has a mapper of its own for them. */
@Provider
public class BrokenConstraints implements ExceptionMapper<ConstraintViolationException> {
  @Context HttpHeaders request;

  @Override
  public Response toResponse(ConstraintViolationException thrown) {
    return new Problems(request).toResponse(thrown);
  }
}
