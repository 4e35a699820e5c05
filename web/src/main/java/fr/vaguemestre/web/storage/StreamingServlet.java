package fr.vaguemestre.web.storage;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * A piece by its parameters, for the reader of the request. {@code as=original} has it saved as it
 * came. What is absent and what may not be seen get the same 404.
 */
public abstract class StreamingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CurrentReader reader;
  @Inject transient Streamed streamed;

  /**
   * Asks the service that decides who may have the piece.
   *
   * @throws Refusal when there is none for this reader
   */
  protected abstract Streamed.Piece piece(Reader reader, HttpServletRequest request);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var who = reader.get();
      boolean download = "original".equals(request.getParameter("as"));
      streamed.send(request, response, who.tenant(), piece(who, request), download);
    } catch (Refusal | NumberFormatException | NoSuchFileException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  protected static long number(HttpServletRequest request, String name) {
    return Long.parseLong(String.valueOf(request.getParameter(name)));
  }
}
