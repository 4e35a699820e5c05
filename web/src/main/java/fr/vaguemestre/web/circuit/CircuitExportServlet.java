package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.CircuitFiles;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Numbers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /admin/circuit-export?version=2}: the file that an import takes; without a number, of the
 * version in preparation.
 */
@WebServlet("/admin/circuit-export")
public class CircuitExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CircuitFiles files;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var number = Numbers.of(request.getParameter("version"));
      var bytes = files.export(reader.get(), number);
      response.setContentType("application/json; charset=UTF-8");
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=circuit-" + (number == null ? "preparation" : number) + ".json");
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    } catch (Refusal refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
