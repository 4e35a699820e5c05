package fr.vaguemestre.web.opinion;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.opinion.ContributionRequest;
import fr.vaguemestre.opinion.Contributions;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.organisation.Addressees.Addressee;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The form that asks for contributions, of one or of several. */
@Named
@RequestScoped
public class OpinionRequestScreen {
  private static final int ROWS = 8;

  @Inject Contributions contributions;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private final String[] to = new String[ROWS];
  private boolean sequential;
  private String question;
  private String reason;
  private LocalDate dueOn;

  public String request() {
    var whom =
        IntStream.range(0, ROWS)
            .filter(i -> to[i] != null && !to[i].isBlank())
            .mapToObj(i -> addressees.find(id(i), to[i]))
            .toList();
    contributions.request(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        new ContributionRequest(
            whom.stream().map(w -> new ContributionRequest.Of(w.agent(), w.unit())).toList(),
            question,
            reason,
            dueOn,
            sequential));
    return screen.done(
        "opinion.requested", whom.stream().map(Addressee::name).collect(Collectors.joining(", ")));
  }

  /** The id of the field of one who is asked; that of the first is the name refusals use. */
  public String id(int at) {
    return at == 0 ? "to" : "to" + at;
  }

  public int getLast() {
    return ROWS - 1;
  }

  public String[] getTo() {
    return to;
  }

  public boolean isSequential() {
    return sequential;
  }

  public void setSequential(boolean sequential) {
    this.sequential = sequential;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }
}
