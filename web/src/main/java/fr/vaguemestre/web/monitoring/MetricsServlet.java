package fr.vaguemestre.web.monitoring;

import fr.vaguemestre.monitoring.Collectors;
import fr.vaguemestre.monitoring.Metrics;
import fr.vaguemestre.settings.Setting;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The metrics, in the text format of Prometheus, for who may read them ({@link Collectors}). */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Metrics metrics;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var collectors =
        new Collectors(
            Setting.VAGUEMESTRE_METRICS_TOKEN.value(),
            Setting.VAGUEMESTRE_METRICS_NETWORKS.value());
    if (!collectors.mayRead(request.getHeader("Authorization"), request.getRemoteAddr())) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Metrics.TYPE);
    metrics.write(response.getOutputStream());
  }
}
