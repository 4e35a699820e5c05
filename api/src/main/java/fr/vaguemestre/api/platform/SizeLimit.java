package fr.vaguemestre.api.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Refuses a request that says it is too long before a byte of it is read. */
public class SizeLimit extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final long MOST = 250L * 1024 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() <= MOST) {
      chain.doFilter(request, response);
      return;
    }
    // Without the header the container would give the locale of the server.
    var wished =
        request.getHeader("Accept-Language") == null
            ? List.<Locale>of()
            : Collections.list(request.getLocales());
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    response.setContentType(Problem.JSON);
    response.setHeader("Connection", "close");
    RecordJson.write(
        Problems.problem(Problems.locale(wished), 413, "request.too-large", List.of(), null),
        response.getOutputStream());
  }
}
