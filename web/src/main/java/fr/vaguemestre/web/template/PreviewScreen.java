package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.TemplatePreviews;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.template.engine.TemplateField;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * admin/template-preview.xhtml: {@code code} of the template, {@code letter} (id) once one is
 * chosen.
 */
@Named
@RequestScoped
public class PreviewScreen {
  @Inject HttpServletRequest request;
  @Inject Templates templates;
  @Inject TemplatePreviews previews;
  @Inject CurrentReader reader;
  private Templates.Managed template;
  private long letter;
  private String chrono;
  private List<TemplateField> missing;

  @PostConstruct
  void read() {
    var wanted = String.valueOf(request.getParameter("code"));
    template =
        templates.managed(reader.get()).stream()
            .filter(t -> t.line().code().equals(wanted))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    var chosen = request.getParameter("letter");
    if (chosen != null && "GET".equals(request.getMethod())) {
      show(chosen);
    }
  }

  private void show(String chosen) {
    try {
      letter = Long.parseLong(chosen);
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
    var preview = previews.of(reader.get(), template.line().code(), letter);
    chrono = preview.chrono();
    missing = preview.missing();
  }

  public String look() {
    return "/admin/template-preview.xhtml?faces-redirect=true&code="
        + encoded()
        + "&letter="
        + previews.letter(reader.get(), chrono);
  }

  private String encoded() {
    return URLEncoder.encode(template.line().code(), StandardCharsets.UTF_8);
  }

  public List<LetterLine> getRecent() {
    return previews.recent(reader.get());
  }

  public Templates.Managed getTemplate() {
    return template;
  }

  public boolean isShown() {
    return missing != null;
  }

  /** What the template names and the letter leaves empty. */
  public List<TemplateField> getMissing() {
    return missing;
  }

  public String getUrl() {
    return "/admin/template-preview?code=" + encoded() + "&letter=" + letter;
  }

  public String getChrono() {
    return chrono;
  }

  public void setChrono(String chrono) {
    this.chrono = chrono;
  }
}
