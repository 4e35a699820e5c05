package fr.vaguemestre.web.retention;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.retention.Bordereaux;
import fr.vaguemestre.retention.Handovers;
import fr.vaguemestre.web.shell.Numbers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * {@code /admin/retention-file?list=&of=}: {@code pdf} and {@code csv} of a list, its {@code
 * attestation}; {@code POST} with {@code agency} and {@code agreement} hands it to the archives.
 */
@WebServlet("/admin/retention-file")
public class RetentionFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Bordereaux bordereaux;
  @Inject transient Handovers handovers;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var file = file(request);
      headers(response, file.mediaType(), file.name(), file.bytes().length);
      response.getOutputStream().write(file.bytes());
    } catch (Refusal refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Bordereaux.FileMade file(HttpServletRequest request) {
    long list = Numbers.needed(request.getParameter("list"));
    return switch (String.valueOf(request.getParameter("of"))) {
      case "csv" -> bordereaux.csv(reader.get(), list);
      case "pdf" -> bordereaux.pdf(reader.get(), list);
      case "attestation" -> bordereaux.attestation(reader.get(), list);
      default -> throw Refusal.notFound();
    };
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var work = WorkFolder.create("versement")) {
      long list = Numbers.needed(request.getParameter("list"));
      var zip = work.path().resolve("versement.zip");
      try {
        var name =
            handovers.write(
                reader.get(),
                list,
                request.getParameter("agency"),
                request.getParameter("agreement"),
                zip);
        headers(response, "application/zip", name, Files.size(zip));
        Files.copy(zip, response.getOutputStream());
      } catch (Refusal refused) {
        if (refused.kind() == Refusal.Kind.NOT_FOUND || refused.kind() == Refusal.Kind.FORBIDDEN) {
          throw refused;
        }
        response.sendRedirect(
            "/admin/retention-list.xhtml?id="
                + list
                + "&refused="
                + URLEncoder.encode(refused.key(), StandardCharsets.UTF_8));
      }
    } catch (Refusal refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void headers(HttpServletResponse response, String type, String name, long size) {
    response.setContentType(type);
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Content-Disposition", "attachment; filename=" + name);
    response.setContentLengthLong(size);
  }
}
