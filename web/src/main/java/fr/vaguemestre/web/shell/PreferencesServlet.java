package fr.vaguemestre.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * {@code GET /preferences?lang=en&contrast=more&back=/…}: keeps the choice for a year and goes
 * back.
 */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    keep(request, response, "lang", Preferences.LANGUAGE, Preferences.LANGUAGES);
    keep(request, response, "contrast", Preferences.CONTRAST, Preferences.CONTRASTS);
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(Back.to(request.getParameter("back")));
  }

  private static void keep(
      HttpServletRequest request,
      HttpServletResponse response,
      String parameter,
      String name,
      Set<String> allowed) {
    var value = request.getParameter(parameter);
    if (value == null) {
      return;
    }
    var cookie = new Cookie(name, allowed.contains(value) ? value : "");
    cookie.setMaxAge(allowed.contains(value) ? YEAR : 0);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
