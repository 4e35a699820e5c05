package fr.vaguemestre.web.template;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.template.Templates;
import fr.vaguemestre.web.organisation.Addressed;
import fr.vaguemestre.web.shell.Texts;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** admin/template.xhtml: {@code code} of the template, none for a new one. */
@Named
@ViewScoped
public class TemplateScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  @Inject transient HttpServletRequest request;
  @Inject Templates templates;
  @Inject Directory directory;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject Told told;
  private long version = Seen.NOTHING;
  private String code;
  private String label;
  private String unit;
  private boolean active = true;
  private String fileName;
  private transient Part file;
  private List<String> problems = List.of();

  @PostConstruct
  void read() {
    var all = templates.managed(reader.get());
    var wanted = request.getParameter("code");
    if (wanted == null) {
      return;
    }
    var template =
        all.stream()
            .filter(t -> t.changeable() && t.line().code().equals(wanted))
            .map(Templates.Managed::line)
            .findFirst()
            .orElseThrow(Refusal::notFound);
    version = template.version();
    code = template.code();
    label = template.label();
    unit =
        template.unit() == null
            ? null
            : Addressed.written(template.unitLabel(), true, template.unit());
    active = template.active();
    fileName = template.fileName();
  }

  /** Keeps the template, or says everything that is to be put right in its file. */
  public String save() throws IOException {
    var received = received();
    problems = received == null ? List.of() : problems(received);
    if (!problems.isEmpty()) {
      return null;
    }
    templates.save(reader.get(), code, label, Addressed.code(unit), active, received, version);
    told.done("template.saved", label);
    return "/admin/templates.xhtml?faces-redirect=true";
  }

  private Templates.TemplateFile received() throws IOException {
    if (file == null || file.getSize() == 0) {
      return null;
    }
    try (var in = file.getInputStream()) {
      return templates.receive(reader.get(), file.getSubmittedFileName(), in);
    }
  }

  private List<String> problems(Templates.TemplateFile received) {
    return templates.check(reader.get(), received.mediaType(), received.sha256()).stream()
        .map(p -> texts.of(p.key(), p.where(), p.field(), p.suggestion()))
        .toList();
  }

  /** What is wrong with the file just given, in words, in the order of the document. */
  public List<String> getProblems() {
    return problems;
  }

  /** The units whose templates this reader manages, as the field writes them. */
  public List<String> units(String typed) {
    return directory.units(typed, reader.get().within(Right.MANAGE_TEMPLATES), false, MOST).stream()
        .map(Addressed::unit)
        .toList();
  }

  public boolean isGeneric() {
    return reader.get().may(Right.MANAGE_GENERIC_TEMPLATES);
  }

  public String getFileName() {
    return fileName;
  }

  public boolean isNew() {
    return version == Seen.NOTHING;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
