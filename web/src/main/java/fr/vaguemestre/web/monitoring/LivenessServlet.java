package fr.vaguemestre.web.monitoring;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * Does a restart help? 503 only when threads wait for each other for ever; what is missing around
 * the server is readiness' matter.
 */
@WebServlet("/health/live")
public class LivenessServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean alive = ManagementFactory.getThreadMXBean().findDeadlockedThreads() == null;
    response.setStatus(
        alive ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response
        .getWriter()
        .print("{\"status\":\"%s\",\"checks\":[]}".formatted(alive ? "UP" : "DOWN"));
  }
}
