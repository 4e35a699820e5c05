package fr.vaguemestre.web.qualification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.Qualifications;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Qualifying a letter: what it is about and whose it is. */
@Named
@RequestScoped
public class QualificationScreen {
  @Inject Qualifications qualifications;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private String subject;
  private String type;
  private String priority;
  private String unit;
  private LocalDate deadline;
  private String deadlineReason;
  private LocalDate firstReceivedOn;
  private boolean confidential;
  private String note;

  @PostConstruct
  void read() {
    var letter = screen.getLetter();
    subject = letter.subject();
    type = letter.typeCode();
    priority = letter.priorityCode();
    unit = letter.unitLabel();
    deadline = letter.deadline();
    deadlineReason = letter.deadlineReason();
    firstReceivedOn = letter.firstReceivedOn();
    confidential = letter.confidential();
  }

  /**
   * A deadline left as it was is computed again when what it follows from changes; not one that was
   * set by hand, with its reason.
   */
  private LocalDate wishedDeadline() {
    var letter = screen.getLetter();
    boolean same = type.equals(letter.typeCode()) && priority.equals(letter.priorityCode());
    boolean left = letter.deadline() != null && letter.deadline().equals(deadline);
    return left && !same && letter.deadlineReason() == null ? null : deadline;
  }

  public String qualify() {
    var letter = screen.getLetter();
    var wish =
        new Registration(
            letter.category(),
            letter.channel(),
            subject,
            type,
            priority,
            letter.senderId(),
            null,
            addressees.unit("unit", unit),
            null,
            List.of(),
            List.of(),
            letter.documentDate(),
            letter.postmarkDate(),
            letter.arrivalDate(),
            wishedDeadline(),
            confidential,
            letter.sensitive(),
            false,
            letter.externalId(),
            deadlineReason,
            firstReceivedOn);
    qualifications.qualify(reader.get(), screen.getId(), screen.getSeen(), wish, note);
    return screen.done("qualification.qualified", unit);
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getPriority() {
    return priority;
  }

  public void setPriority(String priority) {
    this.priority = priority;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(LocalDate deadline) {
    this.deadline = deadline;
  }

  public String getDeadlineReason() {
    return deadlineReason;
  }

  public void setDeadlineReason(String deadlineReason) {
    this.deadlineReason = deadlineReason;
  }

  public LocalDate getFirstReceivedOn() {
    return firstReceivedOn;
  }

  public void setFirstReceivedOn(LocalDate firstReceivedOn) {
    this.firstReceivedOn = firstReceivedOn;
  }

  public boolean isConfidential() {
    return confidential;
  }

  public void setConfidential(boolean confidential) {
    this.confidential = confidential;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
