package fr.vaguemestre.web.look;

import fr.vaguemestre.look.Look;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /town.css}: the town's colour, so that no page carries a style of its own. */
@WebServlet("/town.css")
public class TownStyleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient TownLook look;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!TownLogoServlet.unchanged(request, response, look.getVersion())) {
      response.setContentType("text/css; charset=UTF-8");
      response.getWriter().print(look.look().map(Look::css).orElse(""));
    }
  }
}
