package fr.vaguemestre.web.reassignment;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reassignment.Closures;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** admin/closure.xhtml and admin/closure-progress.xhtml: {@code id} of the closure. */
@Named
@RequestScoped
public class ClosureScreen {
  @Inject HttpServletRequest request;
  @Inject Closures closures;
  @Inject CurrentReader reader;
  private long id;
  private Closures.Progress progress;

  @PostConstruct
  void read() {
    var wanted = request.getParameter("id");
    if (wanted == null || !wanted.matches("\\d{1,18}")) {
      throw Refusal.notFound();
    }
    id = Long.parseLong(wanted);
    progress = closures.progress(reader.get(), id);
  }

  public long getId() {
    return id;
  }

  public Closures.Progress getProgress() {
    return progress;
  }

  /** How much has been handed on, never less than nothing. */
  public long getHanded() {
    return Math.max(0, progress.total() - progress.left());
  }
}
