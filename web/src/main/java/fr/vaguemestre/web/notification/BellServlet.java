package fr.vaguemestre.web.notification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.notification.Notifications;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /notification/count}: how many are unread, as the bell shows it. */
@WebServlet("/notification/count")
public class BellServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Notifications notifications;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().print(NotificationScreen.shown(notifications.unread(reader.get())));
  }
}
