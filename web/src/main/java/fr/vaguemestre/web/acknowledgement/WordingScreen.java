package fr.vaguemestre.web.acknowledgement;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.acknowledgement.AcknowledgementTexts;
import fr.vaguemestre.acknowledgement.TextLine;
import fr.vaguemestre.acknowledgement.TextWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * admin/wording.xhtml: {@code id} of a text, whose words another version begins with, or {@code
 * kind} for one that begins as the shipped text.
 */
@Named
@ViewScoped
public class WordingScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject AcknowledgementTexts texts;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Told told;
  private Long id;
  private boolean removable;
  private AcknowledgementKind kind;
  private boolean paper;
  private String unit;
  private LocalDate since;
  private String body;

  @PostConstruct
  void read() {
    var all = texts.managed(reader.get());
    var wanted = request.getParameter("id");
    if (wanted == null) {
      kind =
          Stream.of(AcknowledgementKind.values())
              .filter(k -> k.name().equals(request.getParameter("kind")))
              .findFirst()
              .orElse(AcknowledgementKind.ARE);
      body = texts.shipped(kind);
    } else {
      show(
          all.stream()
              .filter(t -> String.valueOf(t.id()).equals(wanted) && t.changeable())
              .findFirst()
              .orElseThrow(Refusal::notFound));
    }
  }

  private void show(TextLine text) {
    id = text.id();
    removable = text.ahead();
    kind = text.kind();
    paper = text.paper();
    unit = text.unitLabel();
    since = text.ahead() ? text.since() : null;
    body = text.body();
  }

  public String save() {
    texts.save(reader.get(), new TextWish(kind, paper, addressees.unit("unit", unit), since, body));
    return done("acknowledgement.wording.saved");
  }

  public String remove() {
    texts.remove(reader.get(), id);
    return done("acknowledgement.wording.removed");
  }

  private String done(String said) {
    told.done(said);
    return "/admin/wordings.xhtml?faces-redirect=true";
  }

  public AcknowledgementKind getKind() {
    return kind;
  }

  public List<String> getMarkers() {
    return texts.markers(kind);
  }

  public boolean isRemovable() {
    return removable;
  }

  public boolean isPaper() {
    return paper;
  }

  public void setPaper(boolean paper) {
    this.paper = paper;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public LocalDate getSince() {
    return since;
  }

  public void setSince(LocalDate since) {
    this.since = since;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }
}
