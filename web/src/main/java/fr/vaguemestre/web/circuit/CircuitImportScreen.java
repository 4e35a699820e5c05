package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.CircuitDraft;
import fr.vaguemestre.circuit.CircuitDrafts;
import fr.vaguemestre.circuit.CircuitFiles;
import fr.vaguemestre.circuit.CircuitProblem;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Texts;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** admin/circuit-import.xhtml: a circuit from a file, into the version in preparation. */
@Named
@ViewScoped
public class CircuitImportScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 1_000_000;

  @Inject CircuitFiles files;
  @Inject CircuitDrafts drafts;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject Told told;
  private Long seen;
  private transient Part file;
  private String fileName;
  private List<CircuitProblem> problems = List.of();

  @PostConstruct
  void read() {
    seen = drafts.find(reader.get()).map(CircuitDraft::seen).orElse(null);
  }

  /** Takes the file whole, or says every line that is wrong and changes nothing. */
  public String take() throws IOException {
    problems = List.of();
    if (file == null || file.getSize() == 0) {
      throw Refusal.field("file", "circuit.file-missing");
    }
    if (file.getSize() > LARGEST) {
      throw Refusal.field("file", "circuit.file-too-large");
    }
    fileName = file.getSubmittedFileName();
    byte[] bytes;
    try (var in = file.getInputStream()) {
      bytes = in.readNBytes(LARGEST);
    }
    problems = files.check(reader.get(), bytes);
    if (!problems.isEmpty()) {
      return null;
    }
    files.apply(reader.get(), bytes, seen);
    told.done("circuit.imported", fileName);
    return "/admin/circuit-draft.xhtml?faces-redirect=true";
  }

  public String say(CircuitProblem problem) {
    return texts.of(problem.key(), problem.arguments().toArray());
  }

  public List<CircuitProblem> getProblems() {
    return problems;
  }

  /** Whether what is in preparation would be replaced. */
  public boolean isReplacing() {
    return seen != null;
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
