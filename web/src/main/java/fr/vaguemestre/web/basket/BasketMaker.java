package fr.vaguemestre.web.basket;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.basket.BasketColour;
import fr.vaguemestre.basket.BasketColumn;
import fr.vaguemestre.basket.BasketOrder;
import fr.vaguemestre.basket.BasketRule;
import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.Criterion.Operand;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.basket.RuleRow.Join;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Refusals;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** admin/basket.xhtml: {@code code} of the basket, none for a new one. */
@Named
@ViewScoped
public class BasketMaker implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Actions that have a form to open. */
  private static final List<Action> OPENINGS =
      List.of(
          Action.QUALIFY,
          Action.REDIRECT,
          Action.COPY,
          Action.REQUEST_CONTRIBUTION,
          Action.CONTRIBUTE,
          Action.REQUEST_TASK,
          Action.ANSWER_TASK,
          Action.DRAFT,
          Action.SUBMIT,
          Action.APPROVE,
          Action.SIGN,
          Action.SEND,
          Action.NOTE);

  private static final Seen NOT_YET = new Seen(null, null);

  @Inject transient HttpServletRequest request;
  @Inject BasketAdministration administration;
  @Inject RuleWords words;
  @Inject CurrentReader reader;
  @Inject Preferences preferences;
  @Inject Told told;
  private final BasketForm form = new BasketForm();
  private Long version;
  private List<RuleRow> rows = new ArrayList<>();
  private String agent;

  /** What the rule holds now, or why that cannot be told yet. */
  public record Seen(BasketAdministration.Preview held, String why) {}

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_CIRCUITS, null);
    var wanted = request.getParameter("code");
    if (wanted == null) {
      rows.add(RuleRow.group(0, Join.ALL));
      rows.add(RuleRow.test(1, false, Criterion.TO_ME));
    } else {
      var kept = administration.one(reader.get(), wanted);
      version = kept.version();
      form.show(kept.basket());
      rows = RuleRows.of(kept.basket().rule().root(), words::written);
    }
  }

  public String save() {
    administration.save(reader.get(), form.wish(rule()), version);
    told.done("basket.saved", form.getLabel());
    return "/admin/baskets.xhtml?faces-redirect=true";
  }

  public String remove() {
    administration.remove(reader.get(), form.getCode(), version);
    told.done("basket.removed", form.getLabel());
    return "/admin/baskets.xhtml?faces-redirect=true";
  }

  public void addTest(RuleRow group) {
    rows.add(
        RuleRows.end(rows, rows.indexOf(group)),
        RuleRow.test(group.getDepth() + 1, false, Criterion.STATE));
  }

  public void addGroup(RuleRow group) {
    int at = RuleRows.end(rows, rows.indexOf(group));
    rows.add(at, RuleRow.group(group.getDepth() + 1, Join.ANY));
    rows.add(at + 1, RuleRow.test(group.getDepth() + 2, false, Criterion.STATE));
  }

  /** A group goes with its parts; the whole rule stays. */
  public void removeRow(RuleRow row) {
    int at = rows.indexOf(row);
    if (at > 0) {
      rows.subList(at, RuleRows.end(rows, at)).clear();
    }
  }

  /**
   * Looked for once a page, when it is shown. A rule that is not finished is no fault yet: it is
   * said there.
   */
  public Seen getSeen() {
    var faces = FacesContext.getCurrentInstance();
    return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        ? (Seen)
            faces
                .getExternalContext()
                .getRequestMap()
                .computeIfAbsent(Seen.class.getName(), key -> look())
        : NOT_YET;
  }

  private Seen look() {
    try {
      var login = agent == null ? null : RuleWords.code(Operand.AGENT, agent);
      return new Seen(
          administration.preview(reader.get(), rule(), form.getOrder(), form.isDescending(), login),
          null);
    } catch (Refusal unfinished) {
      return new Seen(null, Refusals.text(preferences.getLocale(), unfinished));
    }
  }

  private BasketRule rule() {
    return new BasketRule(RuleRows.tree(rows, RuleWords::code), form.isClosed());
  }

  public boolean isNew() {
    return version == null;
  }

  public BasketForm getForm() {
    return form;
  }

  public List<RuleRow> getRows() {
    return rows;
  }

  public List<BasketAdministration.Group> getGroups() {
    return administration.groups(reader.get());
  }

  public Basket.Section[] getSections() {
    return Basket.Section.values();
  }

  public Join[] getJoins() {
    return Join.values();
  }

  public Right[] getRights() {
    return Right.values();
  }

  public BasketColumn[] getColumns() {
    return BasketColumn.values();
  }

  public BasketOrder[] getOrders() {
    return BasketOrder.values();
  }

  public BasketColour[] getColours() {
    return BasketColour.values();
  }

  public List<Action> getOpenings() {
    return OPENINGS;
  }

  /** For whom the rule is tried: an agent as their field writes them; null for oneself. */
  public String getAgent() {
    return agent;
  }

  public void setAgent(String agent) {
    this.agent = agent;
  }
}
