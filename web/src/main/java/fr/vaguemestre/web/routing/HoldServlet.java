package fr.vaguemestre.web.routing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.routing.Reservations;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code POST /correspondence/hold?letter=&seen=}: the open form, of a letter of that version,
 * lives; 204, or 200 when somebody took the letter over (an error would be one of the page). With
 * {@code leave}: the form was left.
 */
@WebServlet("/correspondence/hold")
public class HoldServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Reservations reservations;
  @Inject transient CurrentReader reader;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    var letter = request.getParameter("letter");
    var seen = request.getParameter("seen");
    if (request.getHeader("X-Requested-With") == null || !number(letter) || !number(seen)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(
        carryOn(
            Long.parseLong(letter), Long.parseLong(seen), request.getParameter("leave") != null));
  }

  private static boolean number(String text) {
    return text != null && text.matches("\\d{1,18}");
  }

  private int carryOn(long letter, long seen, boolean leave) {
    try {
      if (leave) {
        reservations.free(reader.get(), letter);
      } else {
        reservations.renew(reader.get(), letter, seen);
      }
      return HttpServletResponse.SC_NO_CONTENT;
    } catch (Refusal refusal) {
      return refusal.kind() == Refusal.Kind.CONFLICT
          ? HttpServletResponse.SC_OK
          : HttpServletResponse.SC_NOT_FOUND;
    }
  }
}
