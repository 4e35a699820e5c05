package fr.vaguemestre.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What the browser is told not to do. Pages get their Content-Security-Policy from PrimeFaces
 * ({@code primefaces.CSP_POLICY} in web.xml, with the nonce of its own scripts): two policies would
 * both apply and the stricter would stop them. All else, above all the documents received from
 * outside, gets a policy under which nothing runs.
 */
@WebFilter("/*")
public class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String NOTHING_RUNS =
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

  /** A worker lives under the policy of its own script: pdf.js needs its decoders. */
  private static final String SCRIPT =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var path = request.getServletPath();
    var resource = path.startsWith("/jakarta.faces.resource/");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (resource && path.contains(".js")) {
      response.setHeader("Content-Security-Policy", SCRIPT);
    } else if (resource || !isPage(path)) {
      response.setHeader("Content-Security-Policy", NOTHING_RUNS);
    }
    if (!resource) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (holdsNul(request.getQueryString())) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }

  /** No address of ours has this character, and no database keeps it in a text. */
  private static boolean holdsNul(String query) {
    return query != null && query.contains("%00");
  }

  private static boolean isPage(String path) {
    return path.endsWith(".xhtml") || path.endsWith("/");
  }
}
