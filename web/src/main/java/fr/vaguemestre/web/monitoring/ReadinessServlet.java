package fr.vaguemestre.web.monitoring;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.monitoring.Check;
import fr.vaguemestre.monitoring.Checks;
import fr.vaguemestre.monitoring.Health;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * May requests be sent here? 200 while what is vital answers, 503 otherwise, without a login; the
 * body in the form of MicroProfile Health. An operator who logs in is told every check and its
 * cause.
 */
@WebServlet("/health/ready")
public class ReadinessServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Checks checks;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Whoever the entrance let in; the database is not asked who that is.
    boolean operator =
        request.getAttribute(Reader.class.getName()) != null && reader.get().may(Right.OPERATE);
    var health = operator ? checks.look() : checks.lookAtVital();
    response.setStatus(
        health.status() == Check.Status.DOWN
            ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
            : HttpServletResponse.SC_OK);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.getOutputStream().write(body(health).toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject body(Health health) {
    var checks = Json.createArrayBuilder();
    for (var result : health.results()) {
      var check =
          Json.createObjectBuilder()
              .add("name", result.check().title())
              .add("status", result.status().name());
      if (result.cause() != null) {
        check.add("cause", result.cause());
      }
      if (result.detail() != null) {
        check.add("detail", result.detail());
      }
      checks.add(check);
    }
    return Json.createObjectBuilder()
        .add("status", health.status().name())
        .add("checks", checks)
        .build();
  }
}
