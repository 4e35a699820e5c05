package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.template.AnswerKind;
import fr.vaguemestre.template.AnswerLine;
import fr.vaguemestre.template.AnswerWish;
import fr.vaguemestre.template.StandardAnswers;
import fr.vaguemestre.web.organisation.Addressed;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/**
 * admin/answer.xhtml: {@code id} of the standard text, none for a new one, whose {@code kind} is
 * given.
 */
@Named
@ViewScoped
public class AnswerScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject StandardAnswers answers;
  @Inject CurrentReader reader;
  @Inject Told told;
  private AnswerKind kind = AnswerKind.ANSWER;
  private Long id;
  private Long version;
  private String title;
  private String keywords;
  private String unit;
  private String body;
  private boolean active = true;

  @PostConstruct
  void read() {
    var all = answers.managed(reader.get());
    var wanted = request.getParameter("id");
    if (AnswerKind.NOTE.name().equals(request.getParameter("kind"))) {
      kind = AnswerKind.NOTE;
    }
    if (wanted != null) {
      show(
          all.stream()
              .filter(a -> a.changeable() && String.valueOf(a.id()).equals(wanted))
              .findFirst()
              .orElseThrow(Refusal::notFound));
    }
  }

  private void show(AnswerLine answer) {
    kind = answer.kind();
    id = answer.id();
    version = answer.version();
    title = answer.title();
    keywords = answer.keywords();
    unit =
        answer.unit() == null ? null : Addressed.written(answer.unitLabel(), true, answer.unit());
    body = answer.body();
    active = answer.active();
  }

  public String save() {
    answers.save(
        reader.get(),
        new AnswerWish(id, kind, Addressed.code(unit), title, keywords, body, active),
        version);
    told.done("template.text.saved." + kind, title);
    return "/admin/answers.xhtml?faces-redirect=true";
  }

  public AnswerKind getKind() {
    return kind;
  }

  public boolean isNew() {
    return id == null;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getKeywords() {
    return keywords;
  }

  public void setKeywords(String keywords) {
    this.keywords = keywords;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
