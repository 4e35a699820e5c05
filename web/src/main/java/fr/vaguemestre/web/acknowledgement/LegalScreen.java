package fr.vaguemestre.web.acknowledgement;

import static fr.vaguemestre.delay.Regime.SVA;
import static fr.vaguemestre.delay.Regime.SVR;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.AcknowledgementDrafts;
import fr.vaguemestre.acknowledgement.Answering;
import fr.vaguemestre.acknowledgement.FollowUps;
import fr.vaguemestre.acknowledgement.LegalPanel;
import fr.vaguemestre.acknowledgement.LegalRequests;
import fr.vaguemestre.acknowledgement.LegalSituation;
import fr.vaguemestre.acknowledgement.LegalSituation.Kind;
import fr.vaguemestre.acknowledgement.Quarantine;
import fr.vaguemestre.acknowledgement.ReasonsOnDemand;
import fr.vaguemestre.acknowledgement.RegimeReason;
import fr.vaguemestre.acknowledgement.Stages.Stage;
import fr.vaguemestre.acknowledgement.Way;
import fr.vaguemestre.web.acknowledgement.LegalForm.Deed;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a letter stands before the law, and what is done about it. */
@Named
@RequestScoped
public class LegalScreen {
  @Inject LegalRequests requests;
  @Inject AcknowledgementDrafts drafts;
  @Inject Texts texts;
  @Inject FollowUps followUps;
  @Inject Answering answering;
  @Inject ReasonsOnDemand reasons;
  @Inject Quarantine quarantine;
  @Inject LegalForm form;
  @Inject CurrentReader reader;
  @Inject LetterScreen screen;
  private LegalPanel panel;

  public LegalPanel getPanel() {
    if (panel == null) {
      panel = requests.panel(reader.get(), screen.getId());
    }
    return panel;
  }

  public String getSentence() {
    return getPanel().situation().sentence().in(locale());
  }

  /** Why a step is on its day; empty for what happened. */
  public String why(LegalSituation.Step step) {
    return step.computed() == null ? "" : step.computed().explanation(locale());
  }

  /** How the person is answered. */
  public Answering.Standing getAnswered() {
    return answering.of(reader.get(), screen.getId());
  }

  /** The computed day the sentence follows from; null for none. */
  public LegalSituation.Step getDecisive() {
    return getPanel().situation().timeline().stream()
        .filter(
            step ->
                step.kind() == Kind.IMPLICIT
                    || step.kind() == Kind.REASONS_DUE
                    || step.kind() == Kind.APPEAL)
        .filter(step -> !step.past())
        .findFirst()
        .orElse(null);
  }

  /** Those that have a sense now, and the one whose form is open. */
  public List<Deed> getDeeds() {
    return Stream.of(Deed.values()).filter(d -> sensible(d) || form.getDeed() == d).toList();
  }

  private boolean sensible(Deed deed) {
    var facts = getPanel().facts();
    var stage = getPanel().stage();
    boolean qualified = stage != Stage.TO_QUALIFY && !getPanel().held();
    boolean open = stage == Stage.OPEN && !getPanel().held();
    return switch (deed) {
      case ARE, PIECES -> open && !getPanel().over();
      case REGIME, TRANSFER -> open;
      case PIECES_RECEIVED -> open && facts.piecesMissing();
      case ATTESTATION -> qualified && facts.regime() == SVA;
      case NOTIFIED -> qualified;
      case REASONS_ASKED -> qualified && facts.regime() == SVR && !reasonsAsked();
      case REASONS_GIVEN -> qualified && reasonsAsked();
      case ANSWERING -> !getPanel().held();
      case QUARANTINE -> getPanel().decides() && stage != Stage.CLOSED && !getPanel().held();
      case RELEASE -> getPanel().decides() && getPanel().quarantine() != null;
    };
  }

  private boolean reasonsAsked() {
    return getPanel().situation().timeline().stream()
        .anyMatch(step -> step.kind() == Kind.REASONS_ASKED);
  }

  public RegimeReason[] getReasons() {
    return RegimeReason.values();
  }

  public List<Way> getWays() {
    return List.of(Way.EMAIL, Way.POST);
  }

  /** Writes the usual text in its field when it is empty; says what the text lacks. */
  public void prepare() {
    var draft =
        drafts.preview(
            reader.get(),
            screen.getId(),
            form.getKind(),
            new AcknowledgementDrafts.Wish(
                form.getMeans(),
                form.getText(),
                form.lines(),
                form.getDays(),
                form.getTo(),
                form.getOn()));
    form.setText(draft.text());
    draft.refuseIncomplete();
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(texts.get("acknowledgement.ready")));
  }

  public String act() {
    var me = reader.get();
    var seen = new FollowUps.Seen(screen.getId(), screen.getSeen());
    switch (form.getDeed()) {
      case ARE -> followUps.acknowledge(me, seen, form.getMeans(), form.getText());
      case ATTESTATION -> followUps.attest(me, seen, form.getMeans(), form.getText());
      case PIECES ->
          followUps.askPieces(
              me, seen, form.lines(), form.getDays(), form.getMeans(), form.getText());
      case PIECES_RECEIVED -> followUps.piecesArrived(me, seen, form.getOn());
      case ANSWERING ->
          answering.note(
              me, seen, form.isRefused(), Objects.requireNonNullElse(form.getAddress(), ""));
      case REASONS_ASKED -> reasons.asked(me, seen, form.getOn());
      case REASONS_GIVEN -> reasons.given(me, seen, form.getOn());
      case QUARANTINE -> quarantine.put(me, seen, form.getWords());
      case RELEASE -> quarantine.release(me, seen, form.getWords());
      case NOTIFIED -> followUps.notified(me, seen, form.getOn());
      case TRANSFER ->
          followUps.transfer(me, seen, form.getTo(), form.getOn(), form.getMeans(), form.getText());
      case REGIME ->
          followUps.decide(
              me, seen, form.getReason(), form.getMonths(), form.getDays(), form.getWords());
    }
    return screen.done("acknowledgement.done");
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
