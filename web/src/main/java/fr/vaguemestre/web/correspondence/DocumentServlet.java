package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.storage.Streamed;
import fr.vaguemestre.web.storage.StreamingServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code /correspondence/file?id=&document=&as=}: {@code original}, {@code thumbnail} or shown; the
 * first file without {@code document}.
 */
@WebServlet("/correspondence/file")
public class DocumentServlet extends StreamingServlet {
  private static final long serialVersionUID = 1L;
  private static final String PDF = "application/pdf";

  /** An empty sheet, for a letter without a file or whose file has not been read yet. */
  private static final String SHEET =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 210 297'><rect width='210' height='297'"
          + " fill='#fff'/></svg>";

  @Inject transient Correspondences correspondences;
  @Inject transient CurrentReader current;

  /** A thumbnail that is not there is an empty sheet, the same for what may not be seen. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if ("thumbnail".equals(request.getParameter("as")) && !hasThumbnail(request)) {
      response.setContentType("image/svg+xml");
      response.setHeader("Cache-Control", "private, no-store");
      response.getOutputStream().write(SHEET.getBytes(StandardCharsets.US_ASCII));
      return;
    }
    super.doGet(request, response);
  }

  private boolean hasThumbnail(HttpServletRequest request) {
    try {
      return piece(current.get(), request) != null;
    } catch (Refusal | NumberFormatException e) {
      return false;
    }
  }

  @Override
  protected Streamed.Piece piece(Reader reader, HttpServletRequest request) {
    Long document = request.getParameter("document") == null ? null : number(request, "document");
    var found = correspondences.piece(reader, number(request, "id"), document);
    var as = request.getParameter("as");
    if ("thumbnail".equals(as)) {
      if (found.thumbnail() == null) {
        throw Refusal.notFound();
      }
      return new Streamed.Piece("miniature.jpg", "image/jpeg", found.thumbnail());
    }
    return "original".equals(as) || found.rendition() == null
        ? new Streamed.Piece(found.name(), found.mediaType(), found.sha256())
        : new Streamed.Piece(found.name() + ".pdf", PDF, found.rendition());
  }
}
