package fr.vaguemestre.web.approval;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.approval.StepLine;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The chain of a reply: proposed and edited before it is sent, followed, ended. */
@Named
@RequestScoped
public class ApprovalScreen {
  @Inject Approvals approvals;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject HttpServletRequest request;
  private String note;
  private String reason;

  private List<Row> rows;

  /** A step being edited: who, by name, and for what. */
  public record Row(String who, StepKind kind) {}

  /** Every step of every round, oldest first. */
  public List<StepLine> getSteps() {
    return approvals.of(reader.get(), screen.getId());
  }

  /** How a step is drawn: done, refused, at hand, or to come. */
  public String face(StepLine step) {
    return switch (step.status()) {
      case DONE -> "ok";
      case REFUSED -> "no";
      case CURRENT -> "now";
      default -> "";
    };
  }

  /** The steps as the form sent them; the usual chain at first. */
  public List<Row> getRows() {
    if (rows == null) {
      var who = request.getParameterValues("who");
      var kind = request.getParameterValues("kind");
      rows = new ArrayList<>();
      if (who == null) {
        approvals
            .proposed(reader.get())
            .forEach(s -> rows.add(new Row(addressees.agentShown(s.agent()), s.kind())));
      } else {
        for (int i = 0; i < who.length; i++) {
          rows.add(new Row(who[i], StepKind.valueOf(kind[i])));
        }
      }
    }
    return rows;
  }

  public List<String> getAgents() {
    return addressees.getApprovers();
  }

  /** A visa more, before the signature. */
  public void add() {
    getRows().add(Math.max(0, getRows().size() - 1), new Row("", StepKind.VISA));
  }

  public void remove(int at) {
    getRows().remove(at);
  }

  public void up(int at) {
    Collections.swap(getRows(), at, at - 1);
  }

  public String submit() {
    var chain =
        getRows().stream()
            .filter(r -> !r.who().isBlank())
            .map(r -> new StepWish(addressees.agent("steps", r.who()), r.kind()))
            .toList();
    if (chain.isEmpty()) {
      throw Refusal.field("steps", "approval.ends-with-one-signature");
    }
    approvals.submit(reader.get(), screen.getId(), screen.getSeen(), chain, note);
    return screen.done("approval.submitted");
  }

  public String approve() {
    approvals.approve(reader.get(), screen.getId(), screen.getSeen(), note);
    return screen.done("approval.approved");
  }

  public String refuse() {
    approvals.refuse(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("approval.refused");
  }

  public String recall() {
    approvals.recall(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("approval.recalled");
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
