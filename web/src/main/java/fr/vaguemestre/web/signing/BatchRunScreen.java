package fr.vaguemestre.web.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Batch;
import fr.vaguemestre.signing.BatchLine;
import fr.vaguemestre.signing.BatchSignature.Status;
import fr.vaguemestre.signing.SigningBatches;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Refusals;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** signing/batch.xhtml: {@code batch}, how far letters signed at once are. */
@Named
@RequestScoped
public class BatchRunScreen {
  @Inject SigningBatches batches;
  @Inject CurrentReader reader;
  @Inject Preferences preferences;
  @Inject Texts texts;
  @Inject HttpServletRequest request;
  private Batch batch;

  @PostConstruct
  void read() {
    batch = batches.of(reader.get(), Numbers.needed(request.getParameter("batch")));
  }

  public Batch getBatch() {
    return batch;
  }

  public long getSigned() {
    return batch.count(Status.SIGNED);
  }

  public long getRefused() {
    return batch.count(Status.REFUSED);
  }

  /** Where to ask again; null once it is over. */
  public String getAgain() {
    return batch.over() ? null : "/signing/batch.xhtml?batch=" + batch.id();
  }

  /** Why a letter was refused, or that its griffe is to be looked at; null for neither. */
  public String why(BatchLine line) {
    if (line.refusal() != null) {
      return Refusals.text(
          preferences.getLocale(),
          line.refusal().key().equals(Refusal.stale().key())
              ? Refusal.of(Refusal.Kind.STALE, "basket.bulk-stale")
              : line.refusal());
    }
    return line.placement() == null || "AT_MARKER".equals(line.placement())
        ? null
        : texts.get("signing.batch.placement." + line.placement());
  }

  public String chip(BatchLine line) {
    return switch (line.status()) {
      case WAITING -> "busy";
      case SIGNED -> "done";
      case REFUSED -> "late";
    };
  }
}
