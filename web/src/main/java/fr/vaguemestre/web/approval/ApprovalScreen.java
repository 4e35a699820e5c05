package fr.vaguemestre.web.approval;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.approval.ApprovalStep;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.approval.ChainModel;
import fr.vaguemestre.approval.ChainModels;
import fr.vaguemestre.approval.Chains;
import fr.vaguemestre.approval.StepLine;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The chain of a reply: proposed and edited before it is sent, followed, changed, ended. */
@Named
@RequestScoped
public class ApprovalScreen {
  @Inject Approvals approvals;
  @Inject Chains chains;
  @Inject ChainModels models;
  @Inject ChainRows rows;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  @Inject HttpServletRequest request;
  private String note;
  private String reason;
  private String saveAs;
  private List<ChainModel> offered;

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

  /** The steps to send the reply along; the chain proposed at first. */
  public List<ChainRows.Row> getRows() {
    return rows.of(() -> chains.proposed(reader.get(), screen.getId()));
  }

  /** The steps after the visa at hand. */
  public List<ChainRows.Row> getAhead() {
    return rows.of(
        () ->
            getSteps().stream()
                .filter(s -> s.status() == ApprovalStep.Status.WAITING)
                .map(s -> new StepWish(s.login(), s.kind()))
                .toList());
  }

  /** Chains to begin from instead of the one proposed. */
  public List<ChainModel> getModels() {
    if (offered == null) {
      offered = models.offered(reader.get(), screen.getId());
    }
    return offered;
  }

  public String getModel() {
    return request.getParameter("model");
  }

  public boolean isModelOwn() {
    return model().filter(ChainModel::own).isPresent();
  }

  public void take() {
    model().ifPresent(model -> rows.fill(model.steps()));
  }

  public void forget() {
    model().ifPresent(model -> models.removeOwn(reader.get(), model.id()));
    offered = null;
  }

  private Optional<ChainModel> model() {
    return getModels().stream().filter(m -> Long.toString(m.id()).equals(getModel())).findFirst();
  }

  /** Of the PDF this page showed; what does not say so has shown none. */
  private String seenSha256() {
    return Objects.requireNonNullElse(request.getParameter("seenSha256"), "");
  }

  public String submit() {
    getRows();
    var chain = rows.wishes();
    if (chain.isEmpty()) {
      throw Refusal.field("steps", "approval.ends-with-one-signature");
    }
    approvals.submit(reader.get(), screen.getId(), screen.getSeen(), seenSha256(), chain, note);
    if (saveAs != null && !saveAs.isBlank()) {
      models.keepOwn(reader.get(), saveAs, chain);
    }
    return screen.done("approval.submitted");
  }

  public String approve() {
    getAhead();
    approvals.approve(
        reader.get(),
        screen.getId(),
        screen.getSeen(),
        seenSha256(),
        note,
        rows.isSent() ? rows.wishes() : null);
    return screen.done("approval.approved");
  }

  public String refuse() {
    approvals.refuse(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("approval.refused");
  }

  public String sendBack() {
    approvals.sendBack(reader.get(), screen.getId(), screen.getSeen(), reason);
    return screen.done("approval.sent-back");
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

  public String getSaveAs() {
    return saveAs;
  }

  public void setSaveAs(String saveAs) {
    this.saveAs = saveAs;
  }
}
