package fr.vaguemestre.web.copy;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.copy.Copies;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.web.storage.Streamed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

/**
 * {@code /correspondence/copy?id=&document=&as=}: a marked copy, for the viewer when {@code shown}.
 * Where none can be made the viewer gets the original, anybody else the letter with why.
 */
@WebServlet("/correspondence/copy")
public class CopyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Copies copies;
  @Inject transient CurrentReader reader;
  @Inject transient Streamed streamed;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      long letter = Long.parseLong(request.getParameter("id"));
      long document = Long.parseLong(request.getParameter("document"));
      boolean shown = "shown".equals(request.getParameter("as"));
      try {
        send(request, response, copies.of(reader.get(), letter, document), shown);
      } catch (Refusal refused) {
        if (refused.kind() == Refusal.Kind.NOT_FOUND) {
          throw refused;
        }
        response.sendRedirect(
            shown
                ? "/correspondence/file?id=" + letter + "&document=" + document
                : "/correspondence/view.xhtml?id=" + letter + "&copy=" + refused.key());
      }
    } catch (Refusal | NumberFormatException | NoSuchFileException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, Copies.Copy copy, boolean shown)
      throws IOException {
    Reader who = reader.get();
    var version = copy.sha256() + copy.words();
    var tag =
        '"' + UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8)).toString() + '"';
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    try (var folder = WorkFolder.create("copy")) {
      var file = copies.make(who, copy, folder.path());
      streamed.sendWhole(response, file, copy.name(), tag, shown);
    }
  }
}
