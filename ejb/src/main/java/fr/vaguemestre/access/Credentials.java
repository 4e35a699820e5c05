package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords of the current town: checking one, changing one, and the lock after too many failures
 * (CNIL 2022-100).
 */
@Stateless
public class Credentials {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ADDRESS = 10;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject PasswordHashing hashing;
  @Inject Readers readers;
  @Inject Journal journal;
  @Inject Clock clock;

  /** What a login attempt gave. */
  public enum Verdict {
    ACCEPTED,
    REFUSED,
    /** Too many failures on this account or from this address: wait a quarter of an hour. */
    LOCKED,
    /** The right password, of a town that is suspended (ORG7). */
    SUSPENDED
  }

  /** The verdict, and who it is when accepted. */
  public record Attempt(Verdict verdict, Optional<AgentPrincipal> principal) {
    static final Attempt REFUSED = new Attempt(Verdict.REFUSED, Optional.empty());
    static final Attempt SUSPENDED = new Attempt(Verdict.SUSPENDED, Optional.empty());
  }

  /**
   * Checks a password; a failure is counted whatever becomes of the caller's transaction.
   *
   * @param address network address of the caller
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Attempt attempt(int tenant, String login, char[] password, String address) {
    if (locked(login, address)) {
      return new Attempt(Verdict.LOCKED, Optional.empty());
    }
    var agent = active(login);
    boolean good = hashing.verify(password, agent.map(Agent::passwordHash).orElse(null));
    if (!good) {
      database.update(
          sql(
              "insert into login_failure (login, address, failed_at) values (?, ?, ?)",
              login.substring(0, Math.min(60, login.length())),
              address,
              clock.instant()));
      return new Attempt(
          locked(login, address) ? Verdict.LOCKED : Verdict.REFUSED, Optional.empty());
    }
    database.update(sql("delete from login_failure where login = ?", login));
    return new Attempt(Verdict.ACCEPTED, agent.map(a -> principal(tenant, a)));
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
      case REFUSED -> throw Refusal.field("password", "access.wrong-password");
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

  private Optional<Agent> active(String login) {
    return em.createQuery(
            "select a from Agent a where a.login = :login and a.active = true", Agent.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst();
  }

  private boolean locked(String login, String address) {
    var since = clock.instant().minus(WINDOW);
    return failures("login", login, since) >= Setting.VAGUEMESTRE_LOGIN_ATTEMPTS.number()
        || failures("address", address, since)
            >= (long) PER_ADDRESS * Setting.VAGUEMESTRE_LOGIN_ATTEMPTS.number();
  }

  private long failures(String column, String value, java.time.Instant since) {
    return database.count(
        sql(
            "select count(*) as count from login_failure where "
                + column
                + " = ? and failed_at > ?",
            value,
            since));
  }

  private static AgentPrincipal principal(int tenant, Agent agent) {
    return new AgentPrincipal(tenant, agent.id(), agent.login(), agent.credentialVersion());
  }
}
