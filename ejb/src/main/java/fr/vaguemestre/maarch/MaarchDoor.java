package fr.vaguemestre.maarch;

import fr.vaguemestre.access.PartnerDoor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;

/** Connectors log in by Basic or a bearer token; every error is a string under {@code errors}. */
@ApplicationScoped
public class MaarchDoor implements PartnerDoor {
  @Override
  public String place() {
    return "/maarch/";
  }

  @Override
  public JsonObject refusal(int status, String words) {
    return Json.createObjectBuilder()
        .add(
            "errors",
            status == HttpServletResponse.SC_UNAUTHORIZED ? "Authentication Failed" : words)
        .build();
  }
}
