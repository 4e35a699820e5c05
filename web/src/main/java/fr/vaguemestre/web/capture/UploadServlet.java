package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.capture.Uploads;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Refusals;
import fr.vaguemestre.web.storage.Streamed;
import fr.vaguemestre.web.storage.StreamingServlet;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /capture/upload}: one file let fall, answered with its id; {@code for=forward} to
 * forward it (O2). {@code GET /capture/upload?upload=&as=}: {@code thumbnail}, {@code original} or
 * what the viewer shows.
 */
@WebServlet("/capture/upload")
@MultipartConfig(fileSizeThreshold = 65536)
public class UploadServlet extends StreamingServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Captures captures;
  @Inject transient Uploads uploads;
  @Inject transient Preferences preferences;
  @Inject transient CurrentReader current;

  @Override
  protected Streamed.Piece piece(Reader reader, HttpServletRequest request) {
    long id = number(request, "upload");
    if ("thumbnail".equals(request.getParameter("as"))) {
      return uploads
          .thumbnail(reader, id)
          .map(sha256 -> new Streamed.Piece("miniature.jpg", "image/jpeg", sha256))
          .orElseThrow(Refusal::notFound);
    }
    var file = uploads.shown(reader, id);
    return new Streamed.Piece(file.name(), file.mediaType(), file.sha256());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getHeader("X-Requested-With") == null) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      answer(response, HttpServletResponse.SC_OK, drop(request));
    } catch (Refusal e) {
      var status =
          switch (e.kind()) {
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case UNSUPPORTED_TYPE -> HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
            default -> 422;
          };
      var said = Refusals.text(preferences.getLocale(), e);
      answer(response, status, Json.createObjectBuilder().add("message", said).build());
    }
  }

  private JsonObject drop(HttpServletRequest request) throws IOException, ServletException {
    var part = request.getPart("file");
    if (part == null) {
      throw new Refusal("capture.no-file");
    }
    var who = current.get();
    try (var bytes = part.getInputStream()) {
      var kept = captures.drop(who, new GivenFile(part.getSubmittedFileName(), bytes));
      var answer = Json.createObjectBuilder().add("id", kept.id());
      if ("forward".equals(request.getParameter("for"))) {
        answer.add("next", "/capture/forward.xhtml");
      } else if (uploads.mine(who).size() == 1) {
        answer.add("next", "/capture/register.xhtml?upload=" + kept.id());
      }
      return answer.build();
    }
  }

  private static void answer(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(body.toString());
  }
}
