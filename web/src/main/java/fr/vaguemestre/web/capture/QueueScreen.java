package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.Forwarded;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.capture.UploadLine;
import fr.vaguemestre.capture.Uploads;
import fr.vaguemestre.extraction.ExtractionStatus;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The files dropped or forwarded and not yet registered, and the one in sight: parameter {@code
 * upload}.
 */
@Named
@RequestScoped
public class QueueScreen {
  private static final String PDF = "application/pdf";

  @Inject Uploads uploads;
  @Inject Forwardings forwardings;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<UploadLine> mine;
  private List<Forwarded> forwarded;

  public List<UploadLine> getMine() {
    if (mine == null) {
      mine = uploads.mine(reader.get());
    }
    return mine;
  }

  /** What the units forwarded to be registered (O2), the oldest first. */
  public List<Forwarded> getForwarded() {
    if (forwarded == null) {
      forwarded = forwardings.queue(reader.get());
    }
    return forwarded;
  }

  /** Who forwarded the file in sight; null when it was dropped here. */
  public Forwarded getOrigin() {
    var wanted = request.getParameter("upload");
    return getForwarded().stream()
        .filter(f -> String.valueOf(f.upload()).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  /**
   * The file in sight: the one asked for, else the oldest dropped here; none for a letter without a
   * file.
   */
  public UploadLine getCurrent() {
    if (request.getParameter("none") != null) {
      return null;
    }
    if (getOrigin() != null) {
      return uploads.find(reader.get(), getOrigin().upload());
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
