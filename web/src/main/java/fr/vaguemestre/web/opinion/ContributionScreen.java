package fr.vaguemestre.web.opinion;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.opinion.ContributionLine;
import fr.vaguemestre.opinion.ContributionRequest;
import fr.vaguemestre.opinion.Contributions;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Contributions of a letter: read, asked for, given. */
@Named
@RequestScoped
public class ContributionScreen {
  @Inject Contributions service;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private String to;
  private String question;
  private LocalDate dueOn;
  private String answer;

  public List<ContributionLine> getContributions() {
    return service.of(reader.get(), screen.getId());
  }

  public List<ContributionLine> getMine() {
    return getContributions().stream().filter(ContributionLine::mine).toList();
  }

  public String request() {
    var whom = addressees.find("to", to);
    service.request(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        new ContributionRequest(whom.agent(), whom.unit(), question, dueOn));
    return screen.done("opinion.requested", whom.name());
  }

  public String give() {
    service.give(reader.get(), screen.getId(), screen.getSeen(), answer);
    return screen.done("opinion.given");
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public void setDueOn(LocalDate dueOn) {
    this.dueOn = dueOn;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
