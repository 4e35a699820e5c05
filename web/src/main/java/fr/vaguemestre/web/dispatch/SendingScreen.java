package fr.vaguemestre.web.dispatch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.dispatch.Dispatches;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.SendingLine;
import fr.vaguemestre.dispatch.SendingWish;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A reply leaves: what is proposed, what the agent makes of it, what became of it. */
@Named
@RequestScoped
public class SendingScreen {
  @Inject Dispatches dispatches;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private Means means;
  private String recipient;
  private String subject;
  private String text;
  private String registeredNumber;

  @PostConstruct
  void propose() {
    if (!"send".equals(screen.getDoing())) {
      return;
    }
    var usual = dispatches.proposed(reader.get(), screen.getId());
    means = usual.means();
    recipient = usual.recipient();
    subject = usual.subject();
    text = usual.text();
  }

  public Means[] getAllMeans() {
    return Means.values();
  }

  public String send() {
    dispatches.send(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        new SendingWish(means, recipient, subject, text, registeredNumber));
    return screen.done("dispatch.left." + means);
  }

  public List<SendingLine> getSendings() {
    return dispatches.of(reader.get(), screen.getId());
  }

  /** The chip of a status. */
  public String face(SendingLine sending) {
    return switch (sending.status()) {
      case SENT -> "done";
      case FAILED -> "late";
      case DOUBT -> "soon";
      default -> "busy";
    };
  }

  public Means getMeans() {
    return means;
  }

  public void setMeans(Means means) {
    this.means = means;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getRegisteredNumber() {
    return registeredNumber;
  }

  public void setRegisteredNumber(String registeredNumber) {
    this.registeredNumber = registeredNumber;
  }
}
