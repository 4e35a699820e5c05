package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.NoteLine;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Notes of a letter: read and written. */
@Named
@RequestScoped
public class NoteScreen {
  @Inject Notes service;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private String note;
  private boolean restricted;

  public List<NoteLine> getNotes() {
    return service.of(reader.get(), screen.getId());
  }

  public String getOwnUnit() {
    var unit = reader.get().mainUnit();
    return unit == null ? null : addressees.unitName(unit);
  }

  public String write() {
    var only = restricted ? reader.get().mainUnit() : null;
    service.write(reader.get(), screen.getId(), screen.getSeen(), note, only);
    return screen.done("correspondence.noted") + "&panel=notes";
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public boolean isRestricted() {
    return restricted;
  }

  public void setRestricted(boolean restricted) {
    this.restricted = restricted;
  }
}
