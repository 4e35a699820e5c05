package fr.vaguemestre.reassignment;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.ChainSuccession;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumSet;

/**
 * Closing an agent (ORG1). The account ends at once, and files that are no letters yet go to the
 * successor with it; letters, contributions and visas follow in batches. A letter goes to the
 * successor when they sit in its unit, else back to that unit's basket; what is in the hands of a
 * person needs a person who may take it.
 */
@Stateless
public class AgentClosures {
  @PersistenceContext EntityManager em;
  @Inject Organisation organisation;
  @Inject AgentAdministration agents;
  @Inject GroupAdministration groups;
  @Inject Holdings holdings;
  @Inject ChainSuccession chains;
  @Inject Database database;
  @Inject Readers readers;
  @Inject Outbox outbox;
  @Inject Journal journal;
  @Inject Clock clock;

  /** What the agent (login) holds, to be told before the account is closed. */
  public Held preview(Reader reader, String login) {
    return agents
        .agent(reader, login)
        .flatMap(card -> organisation.agent(login))
        .map(agent -> holdings.ofAgent(agent.id()))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Closes the account.
   *
   * @param successor the login of who takes over; may be null when nothing is asked of the agent in
   *     person, no predefined chain names them and no file is left with them
   * @return the closure, to follow the letters
   */
  public long close(Reader reader, String login, String successor, long seenVersion) {
    var agent = agents.toClose(reader, login);
    if (agent.version() != seenVersion || !agent.active()) {
      throw Refusal.stale();
    }
    if (agent.id() == reader.agent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reassignment.not-oneself");
    }
    agents.needTake(reader, agent);
    var held = holdings.ofAgent(agent.id());
    var to = successor(agent, successor, held);
    agent.close();
    em.flush();
    groups.refuseWithoutAdministrator();
    handOnTheLists(agent.id(), to == null ? null : to.id());
    if (to != null) {
      chains.ofAgent(agent.id(), to.id());
      handOnTheFiles(agent.id(), to.id());
    }
    var closure =
        Closure.ofAgent(
            agent.id(), to == null ? null : to.id(), held.later(), reader.agent(), clock.instant());
    em.persist(closure);
    em.flush();
    outbox.intend(Kind.REASSIGN, closure.id());
    journal.administration(reader, "CLOSE_AGENT", login);
    return closure.id();
  }

  /** Opens the account again, with its posts and groups; what was handed on stays. */
  public void reopen(Reader reader, String login) {
    var agent = agents.toClose(reader, login);
    agent.reopen();
    em.flush();
    agents.needGive(reader, agent);
    journal.administration(reader, "REOPEN_AGENT", login);
  }

  private Agent successor(Agent agent, String login, Held held) {
    if (login == null || login.isBlank()) {
      if (held.contributions() + held.steps() + held.files() > 0) {
        throw Refusal.field("to", "reassignment.somebody-needed");
      }
      if (chains.names(agent.id(), EnumSet.allOf(StepKind.class))) {
        throw Refusal.field("to", "reassignment.in-a-chain");
      }
      return null;
    }
    var to =
        organisation
            .agent(login)
            .filter(a -> a.active() && !a.id().equals(agent.id()))
            .orElseThrow(() -> Refusal.field("to", "organisation.unknown-agent", login));
    var who = readers.asItStands(to.id()).orElseThrow();
    needRight(who, Right.VISA, pending(agent, StepKind.VISA));
    needRight(who, Right.SIGN, pending(agent, StepKind.SIGNATURE));
    needRight(who, Right.CONTRIBUTE, held.contributions() > 0);
    if (held.files() > 0) {
      needFiles(who, readers.asIfOpen(agent.id()).orElseThrow());
    }
    return to;
  }

  private static void needRight(Reader successor, Right right, boolean asked) {
    if (asked && !successor.may(right)) {
      throw Refusal.field("to", "reassignment.successor-may-not", successor.name());
    }
  }

  /** Files go to who can open them; the Cabinet's stay with who registers for it (O3, O4). */
  private static void needFiles(Reader successor, Reader agent) {
    boolean opens = Captures.mayRegister(successor) || Forwardings.mayForward(successor);
    boolean cabinet = agent.may(Right.REGISTER_SENSITIVE);
    if (!opens || cabinet && !successor.may(Right.REGISTER_SENSITIVE)) {
      throw Refusal.field("to", "reassignment.successor-without-files", successor.name());
    }
  }

  private boolean pending(Agent agent, StepKind kind) {
    return database.count(
                sql(
                    "select count(*) as count from approval_step where agent_id = ? and kind = ? and status in ('WAITING', 'CURRENT')",
                    agent.id(),
                    kind))
            > 0
        || chains.names(agent.id(), EnumSet.of(kind));
  }

  private void handOnTheFiles(long agent, long to) {
    database.update(
        sql("update upload set agent_id = ?, version = version + 1 where agent_id = ?", to, agent));
  }

  private void handOnTheLists(long agent, Long to) {
    database.update(
        sql(
            """
            delete from distribution d where d.agent_id = ? and (cast(? as bigint) is null or exists
              (select 1 from distribution o where o.tenant_id = d.tenant_id and o.unit_id = d.unit_id and o.role = d.role and o.agent_id = ?))
            """,
            agent,
            to,
            to));
    database.update(sql("update distribution set agent_id = ? where agent_id = ?", to, agent));
  }
}
