package fr.vaguemestre.web.mail;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.dispatch.CaughtMails;
import fr.vaguemestre.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code /mail/attachment?id=&number=}: a file of a caught message, counted from 0; saved only. */
@WebServlet("/mail/attachment")
public class AttachmentServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient CaughtMails caught;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var message =
          caught
              .read(reader.get(), String.valueOf(request.getParameter("id")))
              .orElseThrow(Refusal::notFound);
      var file = message.attachments().get(Integer.parseInt(request.getParameter("number")));
      response.setContentType("application/octet-stream");
      response.setHeader(
          "Content-Disposition",
          "attachment; filename*=UTF-8''"
              + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
      response.getOutputStream().write(file.bytes());
    } catch (Refusal | NumberFormatException | IndexOutOfBoundsException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
