package fr.vaguemestre.web.mailing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.mailing.MailingProgress;
import fr.vaguemestre.mailing.MailingRuns;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The mailings of the letter shown. */
@Named
@RequestScoped
public class MailingsOfLetter {
  @Inject MailingRuns mailings;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private List<MailingProgress> all;

  public List<MailingProgress> getAll() {
    if (all == null) {
      all = mailings.of(reader.get(), screen.getId());
    }
    return all;
  }
}
