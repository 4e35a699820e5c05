package fr.vaguemestre.web.evidence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.evidence.JournalEvidence;
import fr.vaguemestre.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /correspondence/evidence}, {@code id}: the letter's journal as a zip, in French. */
@WebServlet("/correspondence/evidence")
public class EvidenceServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient JournalEvidence evidence;
  @Inject transient CurrentReader reader;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var bundle = evidence.export(reader.get(), Long.parseLong(request.getParameter("id")));
      response.setContentType("application/zip");
      response.setHeader("Cache-Control", "private, no-store");
      response.setHeader("Content-Disposition", "attachment; filename=" + bundle.name());
      response.setContentLength(bundle.zip().length);
      response.getOutputStream().write(bundle.zip());
    } catch (NumberFormatException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (Refusal refused) {
      if (refused.kind() != Refusal.Kind.NOT_FOUND) {
        throw refused;
      }
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
