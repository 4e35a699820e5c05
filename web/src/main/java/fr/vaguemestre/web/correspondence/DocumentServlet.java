package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.storage.Streamed;
import fr.vaguemestre.web.storage.StreamingServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/**
 * {@code /correspondence/file?id=&document=&as=}: {@code original}, {@code thumbnail} or shown; the
 * first file without {@code document}.
 */
@WebServlet("/correspondence/file")
public class DocumentServlet extends StreamingServlet {
  private static final long serialVersionUID = 1L;
  private static final String PDF = "application/pdf";

  @Inject transient Correspondences correspondences;

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
