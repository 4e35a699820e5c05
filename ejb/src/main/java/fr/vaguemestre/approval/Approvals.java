package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.reply.SeenReply;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sending a reply for validation, visas, refusals, taking it back. A chain is visas, then one
 * signature; whoever's turn it is may change what comes after them.
 */
@Stateless
public class Approvals {
  private static final int LONGEST = 2000;

  @Inject CorrespondenceActions actions;
  @Inject ApprovalSteps steps;
  @Inject Chains chains;
  @Inject Turns turns;
  @Inject SeenReply seen;
  @Inject Database database;

  /**
   * Sends the reply along a chain; the one proposed when the list is empty.
   *
   * @param seenSha256 of the PDF that was read; null when whoever acts does not say
   * @throws Refusal when the chain does not end with its only signature, or names somebody who may
   *     not take their step
   */
  public void submit(
      Reader reader,
      long letter,
      long seenVersion,
      String seenSha256,
      List<@Valid StepWish> wished,
      String note) {
    Invisible.refuse("note", note);
    var chain = wished == null || wished.isEmpty() ? chains.proposed(reader, letter) : wished;
    var asked = turns.of(chain);
    var found =
        actions.begin(
            reader, letter, seenVersion, Action.SUBMIT, Map.of("steps", chain.size()), note);
    seen.need(letter, seenSha256);
    steps.begin(found, asked, false);
  }

  /**
   * Gives the visa at hand and passes the reply on.
   *
   * @param seenSha256 of the PDF that was read; null when whoever acts does not say
   * @param ahead the steps to come in the place of those that were; null to leave them
   * @throws Refusal when they do not end with their only signature, name somebody who may not take
   *     their step, or the note is too long
   */
  public void approve(
      Reader reader,
      long letter,
      long seenVersion,
      String seenSha256,
      String note,
      List<@Valid StepWish> ahead) {
    if (note != null && note.length() > LONGEST) {
      throw Refusal.field("note", "approval.note-too-long", LONGEST);
    }
    Invisible.refuse("note", note);
    var asked = ahead == null ? null : turns.of(ahead);
    boolean change =
        asked != null
            && !asked.equals(steps.waiting(letter).stream().map(ApprovalStep::turn).toList());
    var found =
        actions.begin(
            reader,
            letter,
            seenVersion,
            Action.APPROVE,
            change ? Map.of("ahead", asked.size()) : Map.of(),
            note);
    seen.need(letter, seenSha256);
    if (change) {
      steps.replaceAhead(found, asked);
    }
    steps.end(reader, letter, ApprovalStep.Status.DONE, note);
  }

  /** Sends the reply back to whoever answers, with the reason. */
  public void refuse(Reader reader, long letter, long seenVersion, String reason) {
    needReason(reason);
    actions.begin(reader, letter, seenVersion, Action.REFUSE, Map.of(), reason);
    steps.end(reader, letter, ApprovalStep.Status.REFUSED, reason);
    steps.drop(letter);
  }

  /**
   * Sends the reply back to whoever gave their visa before, with the reason: they give it again or
   * refuse, then the chain goes on from here.
   */
  public void sendBack(Reader reader, long letter, long seenVersion, String reason) {
    needReason(reason);
    var found = actions.begin(reader, letter, seenVersion, Action.SEND_BACK, Map.of(), reason);
    var chain = new ArrayList<Turn>();
    steps.previous(letter).map(ApprovalStep::turn).ifPresent(chain::add);
    steps.current(letter).map(ApprovalStep::turn).ifPresent(chain::add);
    steps.waiting(letter).stream().map(ApprovalStep::turn).forEach(chain::add);
    steps.end(reader, letter, ApprovalStep.Status.REFUSED, reason);
    steps.begin(found, chain, true);
  }

  /** Takes the reply back to work on it again. */
  public void recall(Reader reader, long letter, long seenVersion, String reason) {
    Invisible.refuse("reason", reason);
    actions.begin(reader, letter, seenVersion, Action.RECALL, Map.of(), reason);
    steps.drop(letter);
  }

  /** The same when another deed, which passed the door, brings it about. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void recalled(Reader acting, Correspondence letter) {
    if (actions.bring(acting, letter, Action.RECALL)) {
      steps.drop(letter.id());
    }
  }

  /**
   * Ends the signature step at hand; called by {@code signing} in its transaction, after the door.
   * Returns it.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public ApprovalStep signed(Reader reader, long letter) {
    return steps.end(reader, letter, ApprovalStep.Status.DONE, null);
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

  private static void needReason(String reason) {
    if (reason == null || reason.isBlank()) {
      throw Refusal.field("reason", "approval.reason-missing");
    }
    if (reason.length() > LONGEST) {
      throw Refusal.field("reason", "approval.reason-too-long", LONGEST);
    }
    Invisible.refuse("reason", reason);
  }
}
