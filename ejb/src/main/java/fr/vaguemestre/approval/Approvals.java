package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.reply.SignatoryFinder;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sending a reply for validation, visas, refusals, taking it back. A chain is visas, then one
 * signature.
 */
@Stateless
public class Approvals {
  private static final int LONGEST = 2000;

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject SignatoryFinder functions;
  @Inject Drafts drafts;
  @Inject Database database;
  @Inject Clock clock;

  /**
   * The chain the town uses when nobody says otherwise: visa of the DGS, signature of the mayor.
   */
  public List<StepWish> proposed(Reader reader) {
    var chain = new ArrayList<StepWish>();
    functions
        .holding(Function.DGS)
        .filter(dgs -> dgs.id() != reader.agent())
        .ifPresent(dgs -> chain.add(new StepWish(dgs.login(), StepKind.VISA)));
    functions
        .usual()
        .ifPresent(mayor -> chain.add(new StepWish(mayor.login(), StepKind.SIGNATURE)));
    return chain;
  }

  /**
   * Sends the reply along a chain; the usual one when the list is empty.
   *
   * @throws Refusal when the chain does not end with its only signature, or the last version is
   *     signed already
   */
  public void submit(
      Reader reader, long letter, long seenVersion, List<@Valid StepWish> wished, String note) {
    var chain = wished == null || wished.isEmpty() ? proposed(reader) : wished;
    refuseOddChain(chain);
    var found =
        actions.begin(
            reader, letter, seenVersion, Action.SUBMIT, Map.of("steps", chain.size()), note);
    if (drafts.last(letter).filter(v -> v.signedSha256() != null).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "approval.new-version-needed");
    }
    int round =
        (int)
            database.count(
                sql(
                    "select coalesce(max(round), 0) + 1 as count from approval_step where correspondence_id = ?",
                    letter));
    for (int i = 0; i < chain.size(); i++) {
      var agent = agent(chain.get(i).agent());
      var step = new ApprovalStep(letter, round, i, chain.get(i).kind(), agent.id());
      if (i == 0) {
        step.begin(clock.instant());
      }
      em.persist(step);
      found.join(Participant.agent(Participant.Role.APPROVER, agent.id()));
    }
  }

  /** Gives the visa at hand and passes the reply on. */
  public void approve(Reader reader, long letter, long seenVersion, String note) {
    actions.begin(reader, letter, seenVersion, Action.APPROVE, Map.of(), note);
    end(reader, letter, ApprovalStep.Status.DONE, note);
  }

  /** Sends the reply back to whoever answers, with the reason. */
  public void refuse(Reader reader, long letter, long seenVersion, String reason) {
    if (reason == null || reason.isBlank()) {
      throw Refusal.field("reason", "approval.reason-missing");
    }
    if (reason.length() > LONGEST) {
      throw Refusal.field("reason", "approval.reason-too-long", LONGEST);
    }
    actions.begin(reader, letter, seenVersion, Action.REFUSE, Map.of(), reason);
    end(reader, letter, ApprovalStep.Status.REFUSED, reason);
    dropRest(letter);
  }

  /** Takes the reply back to work on it again. */
  public void recall(Reader reader, long letter, long seenVersion, String reason) {
    actions.begin(reader, letter, seenVersion, Action.RECALL, Map.of(), reason);
    dropRest(letter);
  }

  /**
   * Ends the signature step at hand; called by {@code signing} in its transaction, after the door.
   * Returns its id.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public long signed(Reader reader, long letter) {
    var step = current(letter).orElseThrow();
    end(reader, letter, ApprovalStep.Status.DONE, null);
    return step.id();
  }

  /** Every step of every round, oldest round first. */
  public List<StepLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            """
            select s.*, a.login, a.first_name || ' ' || a.last_name as agent, a.job_title,
                   e.first_name || ' ' || e.last_name as replaced_by from approval_step s
              join agent a on a.tenant_id = s.tenant_id and a.id = s.agent_id
              left join agent e on e.tenant_id = s.tenant_id and e.id = s.ended_by and e.id <> s.agent_id
             where s.correspondence_id = ? order by s.round, s.position
            """,
            letter),
        row ->
            new StepLine(
                row.number("id"),
                (int) row.number("round"),
                (int) row.number("position"),
                row.constant("kind", StepKind.class),
                row.text("login"),
                row.text("agent"),
                row.text("job_title"),
                row.text("replaced_by"),
                row.constant("status", ApprovalStep.Status.class),
                row.instant("began_at"),
                row.instant("ended_at"),
                row.text("comment")));
  }

  public Optional<ApprovalStep> current(long letter) {
    return em.createQuery(
            "select s from ApprovalStep s where s.correspondence = :letter and s.status = :current",
            ApprovalStep.class)
        .setParameter("letter", letter)
        .setParameter("current", ApprovalStep.Status.CURRENT)
        .getResultStream()
        .findFirst();
  }

  private void end(Reader reader, long letter, ApprovalStep.Status how, String words) {
    current(letter).orElseThrow().end(how, reader.actor(), words, clock.instant());
    em.flush();
    if (how == ApprovalStep.Status.DONE) {
      waiting(letter).stream().findFirst().ifPresent(next -> next.begin(clock.instant()));
    }
  }

  private void dropRest(long letter) {
    current(letter).ifPresent(ApprovalStep::drop);
    waiting(letter).forEach(ApprovalStep::drop);
  }

  private List<ApprovalStep> waiting(long letter) {
    return em.createQuery(
            "select s from ApprovalStep s where s.correspondence = :letter and s.status = :waiting order by s.position",
            ApprovalStep.class)
        .setParameter("letter", letter)
        .setParameter("waiting", ApprovalStep.Status.WAITING)
        .getResultList();
  }

  private static void refuseOddChain(List<StepWish> chain) {
    boolean endsSigned = !chain.isEmpty() && chain.getLast().kind() == StepKind.SIGNATURE;
    if (!endsSigned || chain.stream().filter(s -> s.kind() == StepKind.SIGNATURE).count() != 1) {
      throw Refusal.field("steps", "approval.ends-with-one-signature");
    }
  }

  private Agent agent(String login) {
    return organisation
        .agent(login)
        .filter(Agent::active)
        .orElseThrow(() -> Refusal.field("steps", "organisation.unknown-agent", login));
  }
}
