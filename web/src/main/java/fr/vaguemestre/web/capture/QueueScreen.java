package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.UploadLine;
import fr.vaguemestre.capture.Uploads;
import fr.vaguemestre.extraction.ExtractionStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The files dropped and not yet registered, and the one in sight: parameter {@code upload}. */
@Named
@RequestScoped
public class QueueScreen {
  private static final String PDF = "application/pdf";

  @Inject Uploads uploads;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<UploadLine> mine;

  public List<UploadLine> getMine() {
    if (mine == null) {
      mine = uploads.mine(reader.get());
    }
    return mine;
  }

  /** The file in sight: the one asked for, else the oldest; none for a letter without a file. */
  public UploadLine getCurrent() {
    if (request.getParameter("none") != null) {
      return null;
    }
    var wanted = request.getParameter("upload");
    return getMine().stream()
        .filter(u -> String.valueOf(u.id()).equals(wanted))
        .findFirst()
        .or(() -> getMine().stream().findFirst())
        .orElse(null);
  }

  /** The file that was in sight when the form was sent, registered by now or not. */
  List<Long> sent() {
    var shown = request.getParameter("upload");
    return shown != null && shown.matches("\\d{1,18}") ? List.of(Long.valueOf(shown)) : List.of();
  }

  /** {@code pdf}, {@code image}, {@code wait} while a rendition is being made, or {@code none}. */
  public String getKind() {
    if (getCurrent() == null) {
      return "none";
    }
    var shown = uploads.shown(reader.get(), getCurrent().id()).mediaType();
    if (PDF.equals(shown)) {
      return "pdf";
    }
    if (getCurrent().extraction() == ExtractionStatus.PENDING) {
      return "wait";
    }
    return "image/jpeg".equals(shown) || "image/png".equals(shown) ? "image" : "file";
  }

  public boolean isReading() {
    return getCurrent() != null && getCurrent().extraction() == ExtractionStatus.PENDING;
  }

  public String getText() {
    return getCurrent() == null ? "" : uploads.text(reader.get(), getCurrent().id());
  }

  public String url(UploadLine upload) {
    return "/capture/upload?upload=" + upload.id();
  }

  /** Leaves the file aside for good. */
  public String discard(long id) {
    uploads.discard(reader.get(), id);
    return "/capture/register.xhtml?faces-redirect=true";
  }
}
