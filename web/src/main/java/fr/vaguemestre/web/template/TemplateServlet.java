package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.template.Templates;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** {@code /admin/template-file?code=}: the file of a template, to be worked on. */
@WebServlet("/admin/template-file")
public class TemplateServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Templates templates;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var found =
          templates
              .download(reader.get(), String.valueOf(request.getParameter("code")))
              .orElseThrow(Refusal::notFound);
      response.setContentType(found.mediaType());
      response.setHeader(
          "Content-Disposition",
          "attachment; filename*=UTF-8''"
              + URLEncoder.encode(found.name(), StandardCharsets.UTF_8).replace("+", "%20"));
      response.setContentLengthLong(Files.size(found.file()));
      Files.copy(found.file(), response.getOutputStream());
    } catch (Refusal refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
