package fr.vaguemestre.web.installation;

import fr.vaguemestre.platform.db.DatabaseProbe;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * May requests be sent here? 200 while the application and its database answer, 503 otherwise,
 * without a login; the body in the form of MicroProfile Health.
 */
@WebServlet("/health/ready")
public class ReadinessServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient DatabaseProbe database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = database.answers();
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response
        .getWriter()
        .print(
            """
            {"status":"%1$s","checks":[{"name":"database","status":"%1$s"}]}"""
                .formatted(up ? "UP" : "DOWN"));
  }
}
