package fr.vaguemestre.access;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * A place below the API where a partner's programs call in the partner's own format, so that they
 * are let in and sent away as they expect.
 */
public interface PartnerDoor {
  /** How its addresses begin, below the API: {@code /publik/}. */
  String place();

  /** Who calls, when the address itself says it; none when it does not. */
  default Optional<Credentials.Attempt> byAddress(HttpServletRequest request) {
    return Optional.empty();
  }

  /** The status of a caller who is not let in. */
  default int status(HttpServletRequest request) {
    return HttpServletResponse.SC_UNAUTHORIZED;
  }

  /**
   * What a caller who is not let in is told, in the partner's format.
   *
   * @param status 503 when nobody knows who calls, else {@link #status}
   */
  JsonObject refusal(int status, String words);
}
