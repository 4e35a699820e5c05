package fr.vaguemestre.web.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.web.storage.Streamed;
import fr.vaguemestre.web.storage.StreamingServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

/**
 * {@code /reply/file?id=&version=&as=}: the document to edit when {@code original}, else its PDF.
 */
@WebServlet("/reply/file")
public class ReplyServlet extends StreamingServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Replies replies;

  @Override
  protected Streamed.Piece piece(Reader reader, HttpServletRequest request) {
    long letter = number(request, "id");
    int version = (int) number(request, "version");
    var found =
        "original".equals(request.getParameter("as"))
            ? replies.document(reader, letter, version)
            : replies.pdf(reader, letter, version);
    return new Streamed.Piece(found.name(), found.mediaType(), found.sha256());
  }
}
