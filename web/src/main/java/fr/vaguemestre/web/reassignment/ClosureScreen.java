package fr.vaguemestre.web.reassignment;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.reassignment.Closures;
import fr.vaguemestre.web.shell.Numbers;
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
    id = Numbers.needed(request.getParameter("id"));
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
