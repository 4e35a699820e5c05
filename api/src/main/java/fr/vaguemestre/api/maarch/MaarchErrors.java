package fr.vaguemestre.api.maarch;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A string under {@code errors}. */
@Provider
public class MaarchErrors implements ExceptionMapper<MaarchError> {
  @Override
  public Response toResponse(MaarchError error) {
    return Response.status(error.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(MaarchJson.error(error.getMessage()).toString())
        .build();
  }
}
