package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.template.engine.TemplateField;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/templates.xhtml */
@Named
@RequestScoped
public class TemplatesScreen {
  @Inject Templates templates;
  @Inject CurrentReader reader;
  private List<Templates.Managed> all;

  @PostConstruct
  void read() {
    all = templates.managed(reader.get());
  }

  public List<Templates.Managed> getAll() {
    return all;
  }

  /** What an author may write between braces. */
  public TemplateField[] getFields() {
    return TemplateField.values();
  }

  /** A marker as it is typed in a letter. */
  public String written(TemplateField field) {
    return field.isLoop()
        ? "{{#" + field.marker() + "}} … {{/" + field.marker() + "}}"
        : "{{" + field.marker() + "}}";
  }
}
