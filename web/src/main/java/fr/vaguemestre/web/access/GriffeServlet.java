package fr.vaguemestre.web.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Griffes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The reader's own griffe, nobody else's. */
@WebServlet("/account/griffe")
public class GriffeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Griffes griffes;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var png = griffes.own(reader.get());
      if (png.isEmpty()) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setContentType("image/png");
      response.getOutputStream().write(png.get());
    } catch (Refusal refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
