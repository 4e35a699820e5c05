package fr.vaguemestre.web.transfer;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transfer.AgentFiles;
import fr.vaguemestre.transfer.UnitFiles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /admin/export?of=units} or {@code agents}: the file an import takes. */
@WebServlet("/admin/export")
public class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient UnitFiles units;
  @Inject transient AgentFiles agents;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      boolean ofUnits = "units".equals(request.getParameter("of"));
      var bytes = ofUnits ? units.export(reader.get()) : agents.export(reader.get());
      response.setContentType("text/csv; charset=UTF-8");
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=" + (ofUnits ? "services.csv" : "agents.csv"));
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    } catch (Refusal refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
