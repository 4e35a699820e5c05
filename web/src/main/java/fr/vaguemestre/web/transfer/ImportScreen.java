package fr.vaguemestre.web.transfer;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transfer.AgentFiles;
import fr.vaguemestre.transfer.Plan;
import fr.vaguemestre.transfer.Problem;
import fr.vaguemestre.transfer.UnitFiles;
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

/** admin/import.xhtml: {@code of} is {@code units} or {@code agents}. */
@Named
@ViewScoped
public class ImportScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 5_000_000;
  private static final int MOST = 200;

  @Inject transient HttpServletRequest request;
  @Inject UnitFiles units;
  @Inject AgentFiles agents;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject Told told;
  private boolean ofUnits;
  private transient Part file;
  private byte[] checked;
  private String fileName;
  private Plan plan;

  @PostConstruct
  void read() {
    ofUnits = "units".equals(request.getParameter("of"));
    reader.get().need(ofUnits ? Right.ADMIN_ORGANISATION : Right.ADMIN_AGENTS, null);
  }

  /** Says what the file would do, and each line that is wrong. */
  public void check() throws IOException {
    plan = null;
    checked = null;
    if (file == null || file.getSize() == 0) {
      throw Refusal.field("file", "transfer.file-missing");
    }
    if (file.getSize() > LARGEST) {
      throw Refusal.field("file", "transfer.too-large");
    }
    fileName = file.getSubmittedFileName();
    byte[] bytes;
    try (var in = file.getInputStream()) {
      bytes = in.readNBytes(LARGEST);
    }
    plan = ofUnits ? units.check(reader.get(), bytes) : agents.check(reader.get(), bytes);
    checked = plan.good() ? bytes : null;
  }

  /** Does what was checked, whole or not at all. */
  public String apply() {
    if (checked == null) {
      throw Refusal.field("file", "transfer.file-missing");
    }
    var done = ofUnits ? units.apply(reader.get(), checked) : agents.apply(reader.get(), checked);
    told.done("transfer.done", done.created(), done.changed());
    return getBack() + "?faces-redirect=true";
  }

  public String say(Problem problem) {
    return texts.of(problem.key(), problem.arguments().toArray());
  }

  public List<Problem> getProblems() {
    return plan.problems().stream().limit(MOST).toList();
  }

  public boolean isCut() {
    return plan.problems().size() > MOST;
  }

  public String getBack() {
    return ofUnits ? "/admin/units.xhtml" : "/admin/agents.xhtml";
  }

  public boolean isOfUnits() {
    return ofUnits;
  }

  public Plan getPlan() {
    return plan;
  }

  public String getFileName() {
    return fileName;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
