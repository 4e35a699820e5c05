package fr.vaguemestre.web.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Transition.Prominence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterView;
import fr.vaguemestre.correspondence.OfferedAction;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * correspondence/view.xhtml: {@code id}, {@code panel} and {@code do} (the form of an action). The
 * version seen travels in each form: an action is refused when the letter changed since.
 */
@Named
@RequestScoped
public class LetterScreen {
  private static final List<String> PANELS = List.of("handling", "reply", "notes", "history");

  /** Actions that ask nothing: done by their button. */
  private static final Set<Action> AT_ONCE = Set.of(Action.TAKE_CHARGE);

  @Inject Correspondences correspondences;
  @Inject CorrespondenceActions actions;
  @Inject CurrentReader reader;
  @Inject Texts texts;
  @Inject Typology typology;
  @Inject Preferences preferences;
  @Inject HttpServletRequest request;
  private long id;
  private LetterView letter;
  private List<OfferedAction> offered;

  @PostConstruct
  void read() {
    var wanted =
        request.getParameter("id") == null
            ? request.getParameter("letter")
            : request.getParameter("id");
    id = wanted != null && wanted.matches("\\d{1,18}") ? Long.parseLong(wanted) : 0;
  }

  /** Another letter than the one of the address: the first of a list. */
  public void show(long other) {
    id = other;
  }

  public long getId() {
    return id;
  }

  /**
   * @throws Refusal NOT_FOUND when it does not exist for this reader
   */
  public LetterView getLetter() {
    if (letter == null) {
      letter = correspondences.view(reader.get(), id);
    }
    return letter;
  }

  /** The version this reader saw when the page was first shown. */
  public long getSeen() {
    var sent = request.getParameter("seen");
    return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : getLetter().version();
  }

  public List<OfferedAction> getOffered() {
    if (offered == null) {
      offered =
          actions.offered(reader.get(), id).stream()
              .filter(a -> a.prominence() != Prominence.HIDDEN)
              .toList();
    }
    return offered;
  }

  /** What was offered is read anew at its next use. */
  public void offerAgain() {
    offered = null;
  }

  /** The one or two buttons in sight; when nothing is primary, the first of the likely ones. */
  public List<OfferedAction> getForemost() {
    return getOffered().stream().filter(a -> a.prominence() != Prominence.MORE).toList();
  }

  public List<OfferedAction> getMore() {
    return getOffered().stream().filter(a -> a.prominence() == Prominence.MORE).toList();
  }

  public boolean offers(String action) {
    return getOffered().stream().anyMatch(a -> a.action().name().equals(action));
  }

  public boolean atOnce(OfferedAction action) {
    return AT_ONCE.contains(action.action());
  }

  public String url(OfferedAction action) {
    return getUrl() + "&do=" + action.action().path();
  }

  public String getUrl() {
    return "/correspondence/view.xhtml?id=" + id;
  }

  /**
   * The action whose form is open, by its path; null for none. Sent back as it was: the door says
   * no.
   */
  public String getDoing() {
    return Action.ofPath(String.valueOf(request.getParameter("do")))
        .filter(a -> !AT_ONCE.contains(a))
        .filter(a -> "POST".equals(request.getMethod()) || offers(a.name()))
        .map(Action::path)
        .orElse(null);
  }

  /** The label the circuit gives to the action whose form is open. */
  public String getDoingLabel() {
    return getOffered().stream()
        .filter(a -> a.action().path().equals(getDoing()))
        .map(OfferedAction::label)
        .findFirst()
        .orElseGet(() -> texts.get("correspondence.not-offered"));
  }

  /** The absent colleague in whose place the open form acts; null for none. */
  public String getDoingInPlaceOf() {
    return getOffered().stream()
        .filter(a -> a.action().path().equals(getDoing()))
        .map(OfferedAction::inPlaceOf)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** An action was asked for that is not offered now. */
  public boolean isMissed() {
    return request.getParameter("do") != null && getDoing() == null;
  }

  public String getPanel() {
    var wanted = request.getParameter("panel");
    return wanted != null && PANELS.contains(wanted) ? wanted : PANELS.getFirst();
  }

  public List<String> getPanels() {
    return PANELS;
  }

  /**
   * After an action: a word of what was done, and the letter again, or the home page when it is no
   * longer the reader's to see.
   */
  public String done(String key, Object... arguments) {
    var faces = FacesContext.getCurrentInstance();
    faces.addMessage(null, new FacesMessage(texts.of(key, arguments)));
    faces.getExternalContext().getFlash().setKeepMessages(true);
    var visible = !correspondences.lines(reader.get(), List.of(id)).isEmpty();
    return visible
        ? "/correspondence/view.xhtml?faces-redirect=true&id=" + id
        : "/index.xhtml?faces-redirect=true";
  }

  /** Why the deadline is what it is: its computation, or the reason of whoever set it. */
  public String getDeadlineWhy() {
    var seen = getLetter();
    var computed = typology.deadline(seen.typeCode(), seen.priorityCode(), seen.arrivalDate());
    var sentence = computed.map(c -> c.explanation(preferences.getLocale())).orElse("");
    if (seen.deadlineReason() != null) {
      return texts.of("correspondence.deadline-by-hand", seen.deadlineReason(), sentence);
    }
    return computed.filter(c -> c.date().equals(seen.deadline())).isPresent()
        ? sentence
        : texts.of("correspondence.deadline-then", sentence);
  }

  /** A length in bytes as people read it: 12 Ko, 3,4 Mo. */
  public String size(long bytes) {
    return bytes < 1_000_000
        ? texts.of("correspondence.size.kb", Math.max(1, bytes / 1000))
        : texts.of("correspondence.size.mb", Math.floor(bytes / 100_000.0) / 10.0);
  }

  /** The chip of a reading status. */
  public String reading(ExtractionStatus status) {
    return switch (status) {
      case PENDING -> "busy";
      case DONE -> "done";
      case PARTIAL, NOT_OCRED -> "soon";
      case FAILED -> "late";
    };
  }
}
