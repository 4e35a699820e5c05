package fr.vaguemestre.web.look;

import fr.vaguemestre.look.Look;
import fr.vaguemestre.storage.ContentStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /town-logo}: the town's logo, a PNG. */
@WebServlet("/town-logo")
public class TownLogoServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient TownLook look;
  @Inject transient ContentStore store;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var logo = look.look().map(Look::logo);
    if (logo.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!unchanged(request, response, logo.get())) {
      response.setContentType("image/png");
      try (var bytes = store.open(look.town().orElseThrow(), logo.get())) {
        bytes.transferTo(response.getOutputStream());
      }
    }
  }

  /** Sets what lets a browser keep it and ask again; answers 304 when it has it already. */
  static boolean unchanged(
      HttpServletRequest request, HttpServletResponse response, String version) {
    var tag = '"' + version + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "private, no-cache");
    boolean same = tag.equals(request.getHeader("If-None-Match"));
    if (same) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }
    return same;
  }
}
