package fr.vaguemestre.web.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.search.SearchExports;
import fr.vaguemestre.search.SearchExports.Format;
import fr.vaguemestre.web.shell.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /search/export}: what the search of these parameters found, {@code as} {@code csv},
 * {@code ods} or {@code pdf}, whole and of a known length; or the search again, with why there is
 * no file.
 */
@WebServlet("/search/export")
public class SearchExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient SearchExports exports;
  @Inject transient CurrentReader reader;
  @Inject transient Texts texts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var name = request.getParameter("as");
    var format = Format.called(name);
    if (format == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var asking = reader.get();
    var asked = SearchAddress.asked(request);
    try {
      exports.begin(asking, asked, format);
      try (var file = exports.make(asking, asked, format, texts::of)) {
        response.setContentType(format.mediaType());
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Content-Disposition", "attachment; filename=courriers." + name);
        response.setContentLengthLong(file.size());
        file.copyTo(response.getOutputStream());
      }
    } catch (Refusal refused) {
      response.sendRedirect(SearchAddress.unmade(asked, name, refused.key()));
    }
  }
}
