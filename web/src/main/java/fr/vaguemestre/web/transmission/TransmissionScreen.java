package fr.vaguemestre.web.transmission;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.contact.ContactLine;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transmission.ReturnWish;
import fr.vaguemestre.transmission.Returns;
import fr.vaguemestre.transmission.TransmissionLine;
import fr.vaguemestre.transmission.TransmissionWish;
import fr.vaguemestre.transmission.Transmissions;
import fr.vaguemestre.web.contact.Senders;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The transmissions of a letter: their list, handing a document outside, recording a return. */
@Named
@RequestScoped
public class TransmissionScreen {
  @Inject Transmissions transmissions;
  @Inject Returns returns;
  @Inject Contacts contacts;
  @Inject TransmissionForm form;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private List<TransmissionLine> board;
  private Long transmission;
  private LocalDate returnedOn;
  private String comment;
  private boolean settled;
  private Part file;

  public List<TransmissionLine> getBoard() {
    if (board == null) {
      board = transmissions.of(reader.get(), screen.getId());
    }
    return board;
  }

  /** Those that have not come back. */
  public List<TransmissionLine> getOut() {
    return getBoard().stream()
        .filter(t -> t.returnedOn() == null && t.settledOn() == null)
        .toList();
  }

  /** Whether one never arrived, and may be settled. */
  public boolean isLost() {
    return getOut().stream().anyMatch(t -> t.status() == TransmissionLine.Status.UNDELIVERED);
  }

  /** The chip of a transmission. */
  public String face(TransmissionLine line) {
    return switch (line.status()) {
      case GONE -> "plain";
      case AWAITED -> "soon";
      case LATE, UNDELIVERED -> "late";
      case SETTLED -> "plain";
      case RETURNED -> "done";
    };
  }

  public List<String> suggest(String typed) {
    return contacts.suggestServices(reader.get(), typed).stream().map(Senders::shown).toList();
  }

  public String transmit() {
    if (form.getDocument() == null) {
      throw Refusal.field("document", "transmission.document-missing");
    }
    var known = form.getName() == null || form.getName().isBlank() ? picked() : null;
    transmissions.transmit(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        new TransmissionWish(
            form.getDocument(),
            known,
            known == null ? form.newService() : null,
            form.getMotive(),
            form.getMeans(),
            form.getSentOn(),
            form.getExpectedOn(),
            form.getRegisteredNumber()));
    return screen.done("transmission.transmitted");
  }

  public String comeBack() throws IOException {
    if (file == null || file.getSize() == 0) {
      return recorded(null);
    }
    try (var bytes = file.getInputStream()) {
      return recorded(new GivenFile(file.getSubmittedFileName(), bytes));
    }
  }

  private String recorded(GivenFile given) {
    returns.record(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        new ReturnWish(transmission, returnedOn, comment, settled),
        given);
    return screen.done(settled ? "transmission.settled" : "transmission.recorded");
  }

  /** The known service whose line this is; null when it was typed and not picked. */
  private Long picked() {
    var line = form.getService();
    return line == null || line.isBlank()
        ? null
        : contacts.suggestServices(reader.get(), Senders.name(line)).stream()
            .filter(c -> Senders.shown(c).equalsIgnoreCase(line.strip()))
            .map(ContactLine::id)
            .findFirst()
            .orElse(null);
  }

  public Long getTransmission() {
    return transmission;
  }

  public void setTransmission(Long transmission) {
    this.transmission = transmission;
  }

  public LocalDate getReturnedOn() {
    return returnedOn;
  }

  public void setReturnedOn(LocalDate returnedOn) {
    this.returnedOn = returnedOn;
  }

  public String getComment() {
    return comment;
  }

  public void setComment(String comment) {
    this.comment = comment;
  }

  public boolean isSettled() {
    return settled;
  }

  public void setSettled(boolean settled) {
    this.settled = settled;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
