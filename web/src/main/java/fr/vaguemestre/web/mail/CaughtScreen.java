package fr.vaguemestre.web.mail;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.dispatch.CaughtMails;
import fr.vaguemestre.mail.catcher.CaughtMail;
import fr.vaguemestre.mail.catcher.DemoMailbox;
import fr.vaguemestre.platform.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** mail/caught.xhtml: {@code id} of the message read, none for the newest. */
@Named
@RequestScoped
public class CaughtScreen {
  @Inject DemoMailbox mailbox;
  @Inject CaughtMails caught;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<CaughtMail> mails;
  private CaughtMail.Content shown;

  @PostConstruct
  void read() {
    if (!mailbox.open()) {
      throw Refusal.notFound();
    }
    mails = caught.list(reader.get());
    var wanted = request.getParameter("id");
    if (wanted != null) {
      shown = caught.read(reader.get(), wanted).orElseThrow(Refusal::notFound);
    } else if (!mails.isEmpty()) {
      shown = caught.read(reader.get(), mails.getFirst().id()).orElse(null);
    }
  }

  public List<CaughtMail> getMails() {
    return mails;
  }

  public CaughtMail.Content getShown() {
    return shown;
  }

  public String to(CaughtMail mail) {
    return String.join(", ", mail.to());
  }

  /** Whether a message was chosen in the address: on a small screen it then comes first. */
  public boolean isChosen() {
    return request.getParameter("id") != null;
  }
}
