package fr.vaguemestre.web.passage;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.passage.Passages;
import fr.vaguemestre.web.shell.Numbers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** admin/passage-run.xhtml and admin/passage-progress.xhtml: {@code id} of the passage. */
@Named
@RequestScoped
public class PassageRunScreen {
  @Inject HttpServletRequest request;
  @Inject Passages passages;
  @Inject CurrentReader reader;
  private long id;
  private Passages.Progress progress;

  @PostConstruct
  void read() {
    id = Numbers.needed(request.getParameter("id"));
    progress = passages.progress(reader.get(), id);
  }

  public long getId() {
    return id;
  }

  public Passages.Progress getProgress() {
    return progress;
  }
}
