package fr.vaguemestre.publik;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.PartnerDoor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Portals sign their addresses, or log in by Basic. */
@ApplicationScoped
public class PublikDoor implements PartnerDoor {
  private static final int UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

  @Inject PublikSignatures signatures;

  @Override
  public String place() {
    return "/publik/";
  }

  @Override
  public Optional<Credentials.Attempt> byAddress(HttpServletRequest request) {
    return signed(request)
        ? Optional.of(signatures.attempt(request.getQueryString(), request.getServerName()))
        : Optional.empty();
  }

  private static boolean signed(HttpServletRequest request) {
    return request.getHeader("Authorization") == null
        && request.getQueryString() != null
        && request.getQueryString().contains("signature=");
  }

  /** As Publik does it: a signature that does not hold is forbidden, not asked for again. */
  @Override
  public int status(HttpServletRequest request) {
    return signed(request) ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED;
  }

  @Override
  public JsonObject refusal(int status, String words) {
    return Json.createObjectBuilder()
        .add("err", 1)
        .add("err_class", status == UNAVAILABLE ? "Unavailable" : "Access denied")
        .add("err_desc", words)
        .build();
  }
}
