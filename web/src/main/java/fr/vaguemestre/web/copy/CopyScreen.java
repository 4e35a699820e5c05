package fr.vaguemestre.web.copy;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.copy.CopySetting;
import fr.vaguemestre.copy.CopySettings;
import fr.vaguemestre.copy.Marked;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** admin/copies.xhtml */
@Named
@RequestScoped
public class CopyScreen {
  @Inject CopySettings settings;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String marked;
  private String mark;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_ORGANISATION, null);
    CopySetting current = settings.current();
    marked = current.marked().name();
    mark = current.words();
  }

  public String save() {
    settings.change(reader.get(), Marked.valueOf(marked), mark);
    told.done("copy.saved");
    return "/admin/copies.xhtml?faces-redirect=true";
  }

  public Marked[] getChoices() {
    return Marked.values();
  }

  public String getMarked() {
    return marked;
  }

  public void setMarked(String marked) {
    this.marked = marked;
  }

  public String getMark() {
    return mark;
  }

  public void setMark(String mark) {
    this.mark = mark;
  }
}
