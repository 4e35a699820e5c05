package fr.vaguemestre.web.departure;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.departure.Archives;
import fr.vaguemestre.departure.TownJob;
import fr.vaguemestre.departure.TownJobs;
import fr.vaguemestre.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** {@code /admin/town-file?job=}: the archive of an export, the attestation of a deletion. */
@WebServlet("/admin/town-file")
public class TownFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient TownJobs jobs;
  @Inject transient Archives archives;
  @Inject transient CurrentReader reader;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var job = jobs.find(reader.get(), Long.parseLong(request.getParameter("job")));
      if (job.kind() == TownJob.Kind.EXPORT) {
        archive(job, response);
      } else {
        attestation(job, response);
      }
    } catch (Refusal | NumberFormatException refused) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void archive(TownJob job, HttpServletResponse response) throws IOException {
    var found = archives.find(reader.get(), job.id());
    headers(response, "application/zip", found.name(), Files.size(found.file()));
    Files.copy(found.file(), response.getOutputStream());
  }

  private static void attestation(TownJob job, HttpServletResponse response) throws IOException {
    if (!job.done()) {
      throw Refusal.notFound();
    }
    var bytes = job.attestation().getBytes(StandardCharsets.UTF_8);
    headers(response, "application/json", "attestation-" + job.code() + ".json", bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static void headers(HttpServletResponse response, String type, String name, long size) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=" + name);
    response.setContentLengthLong(size);
  }
}
