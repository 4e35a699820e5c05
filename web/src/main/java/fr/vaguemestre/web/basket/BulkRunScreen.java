package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.basket.BulkResult;
import fr.vaguemestre.basket.BulkRuns;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Refusals;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** basket/bulk-run.xhtml: {@code run}, how far a deed on many letters is. */
@Named
@RequestScoped
public class BulkRunScreen {
  @Inject BulkRuns runs;
  @Inject CurrentReader reader;
  @Inject Preferences preferences;
  @Inject HttpServletRequest request;
  private String id;
  private BulkRuns.Progress progress;

  /** A letter and what became of it; {@code why} is null when it is done. */
  public record Line(long id, String chrono, String subject, String why) {}

  @PostConstruct
  void read() {
    id = request.getParameter("run");
    progress = runs.find(reader.get(), String.valueOf(id)).orElseThrow(Refusal::notFound);
  }

  public BulkRuns.Progress getProgress() {
    return progress;
  }

  public List<Line> getLines() {
    return progress.results().stream().map(this::line).toList();
  }

  public long getDone() {
    return progress.results().stream().filter(BulkResult::done).count();
  }

  public long getRefused() {
    return progress.results().size() - getDone();
  }

  /** Where to ask again; null once it is over. */
  public String getAgain() {
    return progress.over() ? null : "/basket/bulk-run.xhtml?run=" + id;
  }

  private Line line(BulkResult result) {
    return new Line(
        result.id(),
        result.chrono(),
        result.subject(),
        result.done() ? null : why(result.refusal()));
  }

  /** In a list of results nothing typed is waiting: fewer words than beside a form. */
  private String why(Refusal refusal) {
    return refusal.kind() == Refusal.Kind.STALE
        ? Refusals.text(
            preferences.getLocale(), Refusal.of(Refusal.Kind.STALE, "basket.bulk-stale"))
        : Refusals.text(preferences.getLocale(), refusal);
  }
}
