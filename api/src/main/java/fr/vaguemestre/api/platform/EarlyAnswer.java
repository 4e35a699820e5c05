package fr.vaguemestre.api.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A refusal by a filter, before any resource is asked, told as all others are. */
final class EarlyAnswer {
  private EarlyAnswer() {}

  static void give(
      HttpServletRequest request, HttpServletResponse response, int status, String code)
      throws IOException {
    // Without the header the container would give the locale of the server.
    var wished =
        request.getHeader("Accept-Language") == null
            ? List.<Locale>of()
            : Collections.list(request.getLocales());
    response.setStatus(status);
    response.setContentType(Problem.JSON);
    response.setHeader("Connection", "close");
    RecordJson.write(
        Problems.problem(Problems.locale(wished), status, code, List.of(), null),
        response.getOutputStream());
  }
}
