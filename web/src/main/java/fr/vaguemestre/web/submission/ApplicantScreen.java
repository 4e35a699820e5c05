package fr.vaguemestre.web.submission;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.submission.Applicants;
import fr.vaguemestre.submission.AsTyped;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the person said of themselves when they sent the letter in sight. */
@Named
@RequestScoped
public class ApplicantScreen {
  @Inject Applicants applicants;
  @Inject LetterScreen screen;
  @Inject CurrentReader reader;
  private List<AsTyped.Line> lines;

  @PostConstruct
  void read() {
    lines = applicants.of(reader.get(), screen.getId()).map(AsTyped::lines).orElseGet(List::of);
  }

  /** Empty when no portal brought it. */
  public List<AsTyped.Line> getLines() {
    return lines;
  }
}
