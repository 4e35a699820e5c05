package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.MailboxLine;
import fr.vaguemestre.capture.Mailboxes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/mailboxes.xhtml */
@Named
@RequestScoped
public class MailboxesScreen {
  @Inject Mailboxes mailboxes;
  @Inject CurrentReader reader;
  private List<MailboxLine> all;

  @PostConstruct
  void read() {
    all = mailboxes.list(reader.get());
  }

  public List<MailboxLine> getAll() {
    return all;
  }
}
