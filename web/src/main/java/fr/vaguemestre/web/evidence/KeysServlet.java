package fr.vaguemestre.web.evidence;

import fr.vaguemestre.evidence.EvidenceKeys;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code /keys/CODE}: the public keys of a town as a JWK Set (RFC 7517), without a login. */
@WebServlet("/keys/*")
public class KeysServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient EvidenceKeys keys;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo();
    var found =
        keys.published(path == null || path.isEmpty() ? "" : path.substring(1)).orElse(null);
    if (found == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/jwk-set+json");
    response.setHeader("Cache-Control", "public, max-age=300");
    response.getOutputStream().write(found.toString().getBytes(StandardCharsets.UTF_8));
  }
}
