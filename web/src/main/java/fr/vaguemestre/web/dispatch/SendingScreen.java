package fr.vaguemestre.web.dispatch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.dispatch.Dispatches;
import fr.vaguemestre.dispatch.MailBodies;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.SendingLine;
import fr.vaguemestre.dispatch.SendingWish;
import fr.vaguemestre.template.TemplateLine;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** A reply leaves: what is proposed, what the agent makes of it, what became of it. */
@Named
@RequestScoped
public class SendingScreen {
  @Inject Dispatches dispatches;
  @Inject MailBodies bodies;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private Means means;
  private String recipient;
  private String subject;
  private String text;
  private String registeredNumber;
  private String template;
  private boolean alone;
  private boolean interim;

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
    if (means == Means.POST) {
      var mail = dispatches.proposed(reader.get(), screen.getId(), Means.EMAIL);
      subject = mail.subject();
      text = mail.text();
    }
  }

  /** What the form proposed for the other means is no choice of the agent's. */
  private String chosenRecipient() {
    var other = means == Means.EMAIL ? Means.POST : Means.EMAIL;
    return Objects.equals(
            recipient, dispatches.proposed(reader.get(), screen.getId(), other).recipient())
        ? null
        : recipient;
  }

  public Means[] getAllMeans() {
    return Means.values();
  }

  /** The e-mail's templates for this letter. */
  public List<TemplateLine> getTemplates() {
    return bodies.usable(reader.get(), screen.getId());
  }

  public String send() {
    dispatches.send(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        new SendingWish(
            means, chosenRecipient(), subject, text, registeredNumber, template, alone, interim));
    return screen.done("dispatch.left." + (interim ? "interim" : means));
  }

  public List<SendingLine> getSendings() {
    return dispatches.of(reader.get(), screen.getId());
  }

  /** The chip of a status. */
  public String face(SendingLine sending) {
    return switch (sending.status()) {
      case SENT -> "done";
      case FAILED, BOUNCED -> "late";
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

  public String getTemplate() {
    return template;
  }

  public void setTemplate(String template) {
    this.template = template;
  }

  public boolean isAlone() {
    return alone;
  }

  public void setAlone(boolean alone) {
    this.alone = alone;
  }

  public boolean isInterim() {
    return interim;
  }

  public void setInterim(boolean interim) {
    this.interim = interim;
  }
}
