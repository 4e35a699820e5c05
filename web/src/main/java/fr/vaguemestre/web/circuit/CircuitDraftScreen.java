package fr.vaguemestre.web.circuit;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.CircuitDraft;
import fr.vaguemestre.circuit.CircuitDrafts;
import fr.vaguemestre.circuit.CircuitView;
import fr.vaguemestre.circuit.Finding;
import fr.vaguemestre.web.shell.Texts;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** admin/circuit-draft.xhtml: the version that is being prepared, what is wrong with it. */
@Named
@ViewScoped
public class CircuitDraftScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject CircuitDrafts drafts;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject Told told;
  private long seen;
  private List<Problem> problems;

  /** What is wrong, in words, and the page where it is put right; null for no page of its own. */
  public record Problem(boolean error, String words, String page) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @PostConstruct
  void read() {
    var draft = drafts.get(reader.get());
    seen = draft.seen();
    problems =
        drafts.findings(reader.get()).stream()
            .map(f -> new Problem(f.error(), words(f), page(draft, f)))
            .toList();
  }

  public String publish() {
    int number = drafts.publish(reader.get(), seen);
    told.done("circuit.published", number);
    return "/admin/circuits.xhtml?faces-redirect=true";
  }

  public String discard() {
    drafts.discard(reader.get(), seen);
    told.done("circuit.discarded");
    return "/admin/circuits.xhtml?faces-redirect=true";
  }

  private String words(Finding finding) {
    var arguments = new ArrayList<Object>(finding.arguments());
    if (finding.key().equals("circuit.nobody-may")) {
      arguments.set(1, texts.get("access.right." + arguments.get(1)));
    }
    return texts.of(finding.key(), arguments.toArray());
  }

  private static String page(CircuitDraft draft, Finding finding) {
    if (finding.way() != null) {
      return "/admin/circuit-way.xhtml?id=" + draft.ways().get(finding.way()).id();
    }
    return finding.state() == null ? null : "/admin/circuit-state.xhtml?code=" + finding.state();
  }

  public List<Problem> getErrors() {
    return problems.stream().filter(Problem::error).toList();
  }

  public List<Problem> getWarnings() {
    return problems.stream().filter(p -> !p.error()).toList();
  }

  public CircuitView getCircuit() {
    return drafts.view(reader.get());
  }

  public CircuitDrawing getDrawing() {
    return CircuitDrawing.of(getCircuit());
  }
}
