package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords of the current town: checking one, changing one, and the lock after too many failures
 * (CNIL 2022-100).
 */
@Stateless
public class Credentials {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject PasswordHashing hashing;
  @Inject Readers readers;
  @Inject Journal journal;
  @Inject LoginAttempts attempts;

  /** What a login attempt gave. */
  public enum Verdict {
    ACCEPTED,
    REFUSED,
    /** Too many failures on this account or from this address: wait a quarter of an hour. */
    LOCKED,
    /** The right password, of a town that is suspended (ORG7). */
    SUSPENDED,
    /** Several towns have an account of this name: the town's code is to be written after it. */
    WHICH_TOWN
  }

  /** The verdict, and who it is when accepted. */
  public record Attempt(Verdict verdict, Optional<AgentPrincipal> principal) {
    static final Attempt REFUSED = new Attempt(Verdict.REFUSED, Optional.empty());
    static final Attempt LOCKED = new Attempt(Verdict.LOCKED, Optional.empty());
    static final Attempt WHICH_TOWN = new Attempt(Verdict.WHICH_TOWN, Optional.empty());
    static final Attempt SUSPENDED = new Attempt(Verdict.SUSPENDED, Optional.empty());
  }

  /**
   * Checks a password; a failure is counted whatever becomes of the caller's transaction. No
   * connection is held while the hash is computed.
   *
   * @param address network address of the caller
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Attempt attempt(int tenant, String login, char[] password, String address) {
    var account = attempts.account(login, address);
    if (account.locked()) {
      return Attempt.LOCKED;
    }
    if (!hashing.verify(password, account.hash())) {
      return attempts.failed(login, address) ? Attempt.LOCKED : Attempt.REFUSED;
    }
    if (account.failedBefore()) {
      attempts.forget(login);
    }
    return new Attempt(
        Verdict.ACCEPTED,
        Optional.of(new AgentPrincipal(tenant, account.agent(), login, account.version())));
  }

  /** Refuses a name that is in no town, as slowly as a wrong password, and counts the failure. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Attempt refuse(String typed, char[] password, String address) {
    hashing.verify(password, null);
    return attempts.failed(typed, address) ? Attempt.LOCKED : Attempt.REFUSED;
  }

  /** Whether the password is the account's; nothing is counted. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public boolean fits(String login, char[] password) {
    return hashing.verify(password, attempts.account(login, "").hash());
  }

  /**
   * Asks the reader's own password again before a solemn act.
   *
   * @throws Refusal on the field {@code password}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void confirm(Attempt attempt) {
    switch (attempt.verdict()) {
      case ACCEPTED -> {}
      case REFUSED, WHICH_TOWN -> throw Refusal.field("password", "access.wrong-password");
      case LOCKED -> throw Refusal.field("password", "access.locked");
      case SUSPENDED -> throw Refusal.field("password", "access.town-suspended");
    }
  }

  /** Changes one's own password; whoever used the one before is out. Returns who they are now. */
  public AgentPrincipal change(Reader reader, char[] password) {
    PasswordRule.check(new String(password), reader.login());
    var agent = em.find(Agent.class, reader.agent());
    set(agent, password);
    journal.record(reader, null, "CHANGE_PASSWORD", null, null, Map.of(), null);
    return principal(reader.tenant(), agent);
  }

  /**
   * Gives an account a password, whatever the rule: first administrator and demonstration accounts
   * only.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void give(Agent agent, char[] password) {
    set(agent, password);
  }

  /** Gives several accounts one password, hashed once: demonstration accounts only. */
  public void give(Collection<Agent> agents, char[] password) {
    var hash = hashing.hash(password);
    agents.forEach(agent -> em.find(Agent.class, agent.id()).changePassword(hash));
    readers.organisationChanged();
  }

  private void set(Agent agent, char[] password) {
    agent.changePassword(hashing.hash(password));
    database.update(sql("delete from access_token where agent_id = ?", agent.id()));
    readers.organisationChanged();
  }

  private static AgentPrincipal principal(int tenant, Agent agent) {
    return new AgentPrincipal(tenant, agent.id(), agent.login(), agent.credentialVersion());
  }
}
