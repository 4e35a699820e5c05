package fr.vaguemestre.web.mailing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.mailing.Binder;
import fr.vaguemestre.mailing.MailingRuns;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.storage.ContentStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;

/** {@code /mailing/print?id=}: every document of a mailing in one PDF, in its order. */
@WebServlet("/mailing/print")
public class PrintServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient MailingRuns mailings;
  @Inject transient ContentStore store;
  @Inject transient Binder binder;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var who = reader.get();
      long id = Long.parseLong(String.valueOf(request.getParameter("id")));
      var files = new ArrayList<Path>();
      for (var address : mailings.documents(who, id)) {
        files.add(store.file(who.tenant(), address));
      }
      if (files.isEmpty()) {
        throw Refusal.notFound();
      }
      response.setContentType("application/pdf");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Disposition", "attachment; filename=publipostage.pdf");
      binder.bind(files, response.getOutputStream());
    } catch (Refusal | NumberFormatException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
