package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.capture.ForwardWish;
import fr.vaguemestre.capture.Forwarded;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.capture.UploadLine;
import fr.vaguemestre.capture.Uploads;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.web.shell.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** capture/forward.xhtml: a letter received directly goes to the mail office (O2). */
@Named
@RequestScoped
public class ForwardScreen {
  private static final String HERE = "/capture/forward.xhtml?faces-redirect=true";

  @Inject Forwardings forwardings;
  @Inject Uploads uploads;
  @Inject QueueScreen queue;
  @Inject Tenants tenants;
  @Inject CurrentReader reader;
  @Inject Told told;
  @Inject Clock clock;
  private String about;
  private LocalDate receivedOn;
  private String givenBack;

  public void open() {
    if (!Forwardings.mayForward(reader.get())) {
      throw Refusal.forbidden();
    }
  }

  /** Whether the menu shows it: not to those who register everything themselves. */
  public boolean isOffered() {
    return reader
        .find()
        .filter(r -> Forwardings.mayForward(r) && !r.may(Right.REGISTER))
        .isPresent();
  }

  public List<UploadLine> getDropped() {
    return uploads.mine(reader.get());
  }

  public List<Forwarded> getSent() {
    return forwardings.sent(reader.get());
  }

  public List<LetterLine> getRegistered() {
    return forwardings.registered(reader.get());
  }

  public String send() {
    forwardings.forward(reader.get(), new ForwardWish(about, getReceivedOn()));
    told.done("capture.forward.done");
    return HERE;
  }

  /** Takes back what was dropped or forwarded and is not registered. */
  public String take(long upload) {
    uploads.discard(reader.get(), upload);
    return HERE;
  }

  /** The mail office sends a file back to its unit. */
  public String giveBack() {
    if (queue.getOrigin() == null) {
      throw Refusal.stale();
    }
    forwardings.giveBack(reader.get(), queue.getOrigin().upload(), givenBack);
    told.done("capture.given-back");
    return "/capture/register.xhtml?faces-redirect=true";
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about;
  }

  public LocalDate getReceivedOn() {
    return receivedOn == null ? tenants.current().today(clock) : receivedOn;
  }

  public void setReceivedOn(LocalDate receivedOn) {
    this.receivedOn = receivedOn;
  }

  public String getGivenBack() {
    return givenBack;
  }

  public void setGivenBack(String givenBack) {
    this.givenBack = givenBack;
  }
}
