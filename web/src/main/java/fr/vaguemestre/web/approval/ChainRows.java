package fr.vaguemestre.web.approval;

import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.organisation.Addressees;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The steps of a chain being edited, as the form sends them: who, by name, and for what. */
@Named
@RequestScoped
public class ChainRows {
  @Inject Addressees addressees;
  @Inject HttpServletRequest request;
  private List<Row> rows;

  /** A step being edited; {@code kind} is null when the form did not say a known one. */
  public record Row(String who, StepKind kind) {}

  /** Those of the form; at first these steps. */
  List<Row> of(Supplier<List<StepWish>> first) {
    if (rows == null) {
      var who = request.getParameterValues("who");
      var kinds = request.getParameterValues("kind");
      if (who == null) {
        fill(first.get());
      } else {
        rows = new ArrayList<>();
        for (int i = 0; i < who.length; i++) {
          rows.add(new Row(who[i], kinds == null || i >= kinds.length ? null : kind(kinds[i])));
        }
      }
    }
    return rows;
  }

  void fill(List<StepWish> steps) {
    rows = new ArrayList<>();
    steps.forEach(s -> rows.add(new Row(addressees.agentShown(s.agent()), s.kind())));
  }

  /** Whether the form has been sent: steps were looked at. */
  public boolean isSent() {
    return request.getParameter("who") != null;
  }

  public List<String> getAgents() {
    return addressees.getApprovers();
  }

  /** A visa more, before the signature. */
  public void add() {
    rows.add(Math.max(0, rows.size() - 1), new Row("", StepKind.VISA));
  }

  public void remove(int at) {
    rows.remove(at);
  }

  public void up(int at) {
    Collections.swap(rows, at, at - 1);
  }

  /**
   * The steps that name somebody.
   *
   * @throws Refusal on {@code steps} when one does not say what it is for
   */
  List<StepWish> wishes() {
    return rows.stream().filter(r -> !r.who().isBlank()).map(this::wish).toList();
  }

  private StepWish wish(Row row) {
    if (row.kind() == null) {
      throw Refusal.field("steps", "approval.kind-missing");
    }
    return new StepWish(addressees.agent("steps", row.who()), row.kind());
  }

  private static StepKind kind(String name) {
    return Stream.of(StepKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
