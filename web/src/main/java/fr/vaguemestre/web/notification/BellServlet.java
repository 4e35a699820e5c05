package fr.vaguemestre.web.notification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.notification.Bells;
import fr.vaguemestre.notification.Notifications;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code GET /notification/count}: how many are unread, as the bell shows it. In {@code Bell-Pass},
 * what opens a line to {@link BellLine}; absent while there is no place for one.
 */
@WebServlet("/notification/count")
public class BellServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Notifications notifications;
  @Inject transient Bells bells;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    var session = request.getSession(false);
    if (session != null) {
      pass(session.getId(), response);
    }
    response.getWriter().print(NotificationScreen.shown(notifications.unread(reader.get())));
  }

  /** What is told from here on is rung, even if the number below knows it already. */
  private void pass(String session, HttpServletResponse response) {
    long agent = reader.get().agent();
    long newest = notifications.newest(List.of(agent)).getOrDefault(agent, 0L);
    bells
        .pass(reader.get(), session, newest)
        .ifPresent(pass -> response.setHeader("Bell-Pass", pass));
  }
}
