package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.reply.SignatoryFinder;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which chain a reply is proposed: after a refusal what the town restarts, else the one predefined
 * for the letter's type or unit, else visa of the DGS and signature of the mayor.
 */
@Stateless
public class Chains {
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject SignatoryFinder functions;
  @Inject ChainModels models;
  @Inject Database database;
  @Inject OwnerDatabase owner;
  @Inject Journal journal;

  /** A step of the past, of an agent whose account is open or not. */
  private record Past(
      StepWish wish, boolean active, int round, boolean continued, boolean refused) {
    static Past read(Row row) {
      return new Past(
          new StepWish(row.text("login"), row.constant("kind", StepKind.class)),
          row.flag("active"),
          (int) row.number("round"),
          row.flag("continued"),
          row.constant("status", ApprovalStep.Status.class) == ApprovalStep.Status.REFUSED);
    }
  }

  public List<StepWish> proposed(Reader reader, long letter) {
    var found = actions.visible(reader, letter);
    var again = again(letter);
    if (!again.isEmpty()) {
      return again;
    }
    return models
        .predefined(found.type().id(), found.unit().id())
        .map(ChainModel::steps)
        .map(steps -> withoutVisaOf(reader, steps))
        .orElseGet(() -> usual(reader));
  }

  public Restart restart() {
    return database
        .first(
            sql("select approval_restart from tenant where id = ?", TenantContext.required()),
            row -> row.constant("approval_restart", Restart.class))
        .orElseThrow();
  }

  /** Chooses what a corrected reply goes through again, for the whole town. */
  public void restart(Reader reader, Restart restart) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    journal.administration(reader, "CHANGE_RESTART", restart.name());
    owner.update(
        sql("update tenant set approval_restart = ? where id = ?", restart, reader.tenant()));
  }

  /**
   * Whose turns a chain is made of.
   *
   * @throws Refusal on {@code steps} when it does not end with its only signature, or names nobody
   */
  public List<Turn> turns(List<StepWish> chain) {
    boolean endsSigned = !chain.isEmpty() && chain.getLast().kind().signs();
    if (!endsSigned || chain.stream().filter(s -> s.kind().signs()).count() != 1) {
      throw Refusal.field("steps", "approval.ends-with-one-signature");
    }
    return chain.stream().map(step -> new Turn(step.kind(), agent(step.agent()).id())).toList();
  }

  private Agent agent(String login) {
    return organisation
        .agent(login)
        .filter(Agent::active)
        .orElseThrow(() -> Refusal.field("steps", "organisation.unknown-agent", login));
  }

  private List<StepWish> usual(Reader reader) {
    var chain = new ArrayList<StepWish>();
    functions
        .holding(Function.DGS)
        .ifPresent(dgs -> chain.add(new StepWish(dgs.login(), StepKind.VISA)));
    functions
        .usual()
        .ifPresent(mayor -> chain.add(new StepWish(mayor.login(), StepKind.SIGNATURE)));
    return withoutVisaOf(reader, chain);
  }

  /** Nobody gives a visa to what they send themselves. */
  private static List<StepWish> withoutVisaOf(Reader reader, List<StepWish> steps) {
    return steps.stream()
        .filter(s -> s.kind() != StepKind.VISA || !s.agent().equals(reader.login()))
        .toList();
  }

  /** The chain of the last submission, or what is left of it by the town's choice. */
  private List<StepWish> again(long letter) {
    var past =
        database.list(
            sql(
                """
                select a.login, a.active, s.kind, s.round, s.continued, s.status from approval_step s
                  join agent a on a.tenant_id = s.tenant_id and a.id = s.agent_id
                 where s.correspondence_id = ? order by s.round, s.position
                """,
                letter),
            Past::read);
    if (past.isEmpty()) {
      return List.of();
    }
    int submitted = past.stream().filter(s -> !s.continued()).mapToInt(Past::round).max().orElse(1);
    var chain = new LinkedHashSet<StepWish>();
    past.stream()
        .filter(s -> s.round() >= submitted && s.active())
        .forEach(s -> chain.add(s.wish()));
    var steps = List.copyOf(chain);
    if (restart() == Restart.ALL) {
      return steps;
    }
    int last = past.getLast().round();
    var refusing =
        past.stream().filter(s -> s.round() == last && s.refused()).map(Past::wish).findFirst();
    int from = refusing.map(steps::indexOf).orElse(0);
    return steps.subList(Math.max(0, from), steps.size());
  }
}
