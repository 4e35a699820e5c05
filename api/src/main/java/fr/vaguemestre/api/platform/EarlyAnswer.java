package fr.vaguemestre.api.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A refusal by a filter, before any resource is asked, told as all others are. */
public final class EarlyAnswer {
  /** Attribute of the request: the code of the problem it was answered. */
  public static final String CODE = "vaguemestre.code";

  /** Seconds after which a request that could not be served is worth repeating. */
  static final int RETRY_AFTER = 5;

  private EarlyAnswer() {}

  public static void give(
      HttpServletRequest request, HttpServletResponse response, int status, String code)
      throws IOException {
    request.setAttribute(CODE, code);
    response.setStatus(status);
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setIntHeader("Retry-After", RETRY_AFTER);
    }
    response.setContentType(Problem.JSON);
    response.setHeader("Connection", "close");
    RecordJson.write(
        Problems.problem(locale(request), status, code, List.of(), null),
        response.getOutputStream());
  }

  /** The language of the answers to this request. */
  static Locale locale(HttpServletRequest request) {
    // Without the header the container would give the locale of the server.
    return Problems.locale(
        request.getHeader("Accept-Language") == null
            ? List.<Locale>of()
            : Collections.list(request.getLocales()));
  }
}
