package fr.vaguemestre.web.mailing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.mailing.MailingProgress;
import fr.vaguemestre.mailing.MailingRuns;
import fr.vaguemestre.mailing.RecipientLine;
import fr.vaguemestre.web.shell.Numbers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** mailing/run.xhtml and mailing/progress.xhtml: {@code id} of the mailing. */
@Named
@RequestScoped
public class MailingRunScreen {
  private static final int MOST = 500;

  @Inject HttpServletRequest request;
  @Inject MailingRuns mailings;
  @Inject CurrentReader reader;
  private MailingProgress progress;
  private List<RecipientLine> lines;

  @PostConstruct
  void read() {
    long id = Numbers.needed(request.getParameter("id"));
    progress = mailings.progress(reader.get(), id);
    lines = mailings.lines(reader.get(), id, MOST);
  }

  public MailingProgress getProgress() {
    return progress;
  }

  public List<RecipientLine> getLines() {
    return lines;
  }

  /** Names of the files that leave with the reply. */
  public List<String> getJoined() {
    return mailings.joined(reader.get(), progress.id());
  }

  /** Whether some may be served again. */
  public boolean isResumable() {
    return progress.done()
        && progress.unserved() + progress.doubtful() > 0
        && mailings.resumable(reader.get(), progress.id());
  }

  /** Documents there are to print. */
  public boolean isPrintable() {
    return progress.done() && progress.made() > 0;
  }

  public String resume() {
    return resumed(false);
  }

  /** Those of whom nobody knows, who may get it twice. */
  public String resumeDoubtful() {
    return resumed(true);
  }

  private String resumed(boolean doubtful) {
    mailings.resume(reader.get(), progress.id(), doubtful);
    return "/mailing/run.xhtml?faces-redirect=true&id=" + progress.id();
  }

  /** The chip of a status. */
  public String face(RecipientLine line) {
    return switch (line.status()) {
      case SENT, MADE -> "done";
      case FAILED, BOUNCED -> "late";
      case DOUBT -> "soon";
      default -> "busy";
    };
  }
}
