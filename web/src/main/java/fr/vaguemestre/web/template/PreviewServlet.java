package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.TemplatePreviews;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /admin/template-preview?code=&letter=}: the PDF of a template merged with a letter. */
@WebServlet("/admin/template-preview")
public class PreviewServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient TemplatePreviews previews;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var code = String.valueOf(request.getParameter("code"));
      long letter = Long.parseLong(String.valueOf(request.getParameter("letter")));
      var pdf = previews.of(reader.get(), code, letter).pdf();
      response.setContentType("application/pdf");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader(
          "Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'self'");
      response.setContentLength(pdf.length);
      response.getOutputStream().write(pdf);
    } catch (Refusal | NumberFormatException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
