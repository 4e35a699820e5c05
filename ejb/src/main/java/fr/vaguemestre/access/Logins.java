package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the town of a login: the one written after an at sign ({@code courrier@pont}), else the one
 * of the host name, else the only one where the login exists and the password fits; one at work
 * before a suspended one (ORG7).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Logins {
  /** In how many towns of the same login a password is tried. */
  private static final int MOST_TRIED = 5;

  @Inject OwnerDatabase owner;
  @Inject Credentials credentials;
  @Inject AccessTokens tokens;
  @Inject Readers readers;

  public Credentials.Attempt attempt(String typed, char[] password, String host, String address) {
    var at = typed.lastIndexOf('@');
    var login = (at < 0 ? typed : typed.substring(0, at)).strip().toLowerCase(Locale.ROOT);
    var towns = at < 0 ? towns(login, host) : ofCode(typed.substring(at + 1));
    if (towns.isEmpty()) {
      return TenantContext.call(platform(), () -> credentials.refuse(typed, password, address));
    }
    if (towns.size() == 1) {
      return attempt(towns.getFirst(), login, password, address);
    }
    if (towns.size() > MOST_TRIED) {
      return Credentials.Attempt.WHICH_TOWN;
    }
    return amongNamesakes(towns, login, password, address);
  }

  /**
   * What one town's namesake does to another's account is nothing: only the one that fits counts.
   */
  private Credentials.Attempt amongNamesakes(
      List<Town> towns, String login, char[] password, String address) {
    var fitting =
        towns.stream()
            .filter(t -> TenantContext.call(t.id(), () -> credentials.fits(login, password)))
            .toList();
    if (fitting.size() > 1) {
      return Credentials.Attempt.WHICH_TOWN;
    }
    return (fitting.isEmpty() ? towns : fitting)
        .stream()
            .map(town -> attempt(town, login, password, address))
            .reduce((one, two) -> one.verdict() == Credentials.Verdict.LOCKED ? one : two)
            .orElseThrow();
  }

  private Credentials.Attempt attempt(Town town, String login, char[] password, String address) {
    var attempt =
        TenantContext.call(
            town.id(), () -> credentials.attempt(town.id(), login, password, address));
    return town.active() || attempt.verdict() != Credentials.Verdict.ACCEPTED
        ? attempt
        : Credentials.Attempt.SUSPENDED;
  }

  /** Checks the password of someone logged in, before a solemn act. */
  public Credentials.Attempt again(Reader reader, char[] password, String address) {
    return credentials.attempt(reader.tenant(), reader.login(), password, address);
  }

  public Credentials.Attempt byToken(String token) {
    return tokens.find(token);
  }

  /**
   * The reader behind a principal, unless their password changed or their account was closed since.
   */
  public Optional<Reader> reader(AgentPrincipal principal) {
    return TenantContext.call(
        principal.tenant(),
        () ->
            readers
                .of(principal.agent())
                .filter(r -> r.credentialVersion() == principal.credentialVersion()));
  }

  private List<Town> towns(String login, String host) {
    var byHost =
        owner.list(
            sql(
                "select id, active from tenant where founded_at is not null and host_name = ?",
                host.toLowerCase(Locale.ROOT)),
            Town::read);
    if (!byHost.isEmpty()) {
      return byHost;
    }
    var byLogin =
        owner.list(
            sql(
                "select t.id, t.active from agent a join tenant t on t.id = a.tenant_id and t.founded_at is not null where a.login = ?"
                    + " and a.active",
                login),
            Town::read);
    var atWork = byLogin.stream().filter(Town::active).toList();
    return atWork.isEmpty() ? byLogin : atWork;
  }

  private int platform() {
    return owner
        .list(sql("select id from tenant where platform"), row -> (int) row.number("id"))
        .getFirst();
  }

  private List<Town> ofCode(String code) {
    return owner.list(
        sql(
            "select id, active from tenant where founded_at is not null and code = upper(?)",
            code.strip()),
        Town::read);
  }

  private record Town(int id, boolean active) {
    static Town read(Row row) {
      return new Town((int) row.number("id"), row.flag("active"));
    }
  }
}
