package fr.vaguemestre.web.retention;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.retention.DueLetters;
import fr.vaguemestre.retention.Holds;
import fr.vaguemestre.retention.RetentionList;
import fr.vaguemestre.retention.RetentionLists;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * admin/retention.xhtml: {@code after} the line from which on what is due is shown, {@code on} the
 * day of the forecast.
 */
@Named
@ViewScoped
public class RetentionScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HERE = "/admin/retention.xhtml?faces-redirect=true";

  @Inject transient HttpServletRequest request;
  @Inject RetentionLists lists;
  @Inject DueLetters letters;
  @Inject Holds holds;
  @Inject Correspondences correspondences;
  @Inject CurrentReader reader;
  @Inject Told told;
  private List<RetentionList> all;
  private List<DueRow> due = List.of();
  private Disposition outcome;
  private LocalDate day;

  @PostConstruct
  void read() {
    all = lists.all(reader.get());
    day = wanted(request.getParameter("on"));
    if (isArchivist()) {
      var after = Numbers.row(request.getParameter("after"));
      due = lists.due(reader.get(), after == null ? 0 : after).stream().map(DueRow::new).toList();
    }
  }

  private LocalDate wanted(String on) {
    try {
      return on == null || on.isBlank() ? letters.today() : LocalDate.parse(on);
    } catch (DateTimeParseException e) {
      return letters.today();
    }
  }

  public String sort() {
    var chosen = due.stream().filter(DueRow::isChosen).map(DueRow::getId).toList();
    lists.sort(reader.get(), chosen, outcome);
    told.done("retention.sorted", chosen.size());
    return HERE;
  }

  public String gather() {
    told.done("retention.gathered", lists.gather(reader.get()));
    return HERE;
  }

  public boolean isArchivist() {
    return reader.get().may(Right.ARCHIVE, null);
  }

  public List<DueLetters.Forecast> getForecast() {
    return letters.forecast(reader.get(), day);
  }

  /** Letters under a hold, as far as the reader sees them. */
  public List<LetterLine> getHeld() {
    return correspondences.lines(reader.get(), holds.held(reader.get()));
  }

  public List<RetentionList> getAll() {
    return all;
  }

  public List<DueRow> getDue() {
    return due;
  }

  /** The line after which the next page begins; null when this is the last. */
  public Long getNext() {
    return due.size() < RetentionLists.PAGE ? null : due.getLast().getId();
  }

  public Disposition[] getOutcomes() {
    return new Disposition[] {Disposition.DESTROY, Disposition.KEEP};
  }

  public Disposition getOutcome() {
    return outcome;
  }

  public void setOutcome(Disposition outcome) {
    this.outcome = outcome;
  }

  /** ISO, for the field of the address. */
  public String getOn() {
    return day.toString();
  }
}
