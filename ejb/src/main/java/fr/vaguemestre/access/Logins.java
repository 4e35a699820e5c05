package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the town of a login: the one written after an at sign ({@code courrier@pont}), else the one
 * of the host name, else the only one where the login exists.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Logins {
  @Inject OwnerDatabase owner;
  @Inject Credentials credentials;
  @Inject AccessTokens tokens;
  @Inject Readers readers;

  public Credentials.Attempt attempt(String typed, char[] password, String host, String address) {
    var at = typed.lastIndexOf('@');
    var login = (at < 0 ? typed : typed.substring(0, at)).strip().toLowerCase(Locale.ROOT);
    var towns = at < 0 ? towns(login, host) : ofCode(typed.substring(at + 1));
    if (towns.size() != 1) {
      return new Credentials.Attempt(Credentials.Verdict.REFUSED, Optional.empty());
    }
    int tenant = towns.getFirst();
    return TenantContext.call(tenant, () -> credentials.attempt(tenant, login, password, address));
  }

  /** Checks the password of someone logged in, before a solemn act. */
  public Credentials.Attempt again(Reader reader, char[] password, String address) {
    return credentials.attempt(reader.tenant(), reader.login(), password, address);
  }

  public Optional<AgentPrincipal> byToken(String token) {
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

  private List<Integer> towns(String login, String host) {
    var byHost =
        owner.list(
            sql("select id from tenant where active and host_name = ?", host),
            r -> (int) r.number("id"));
    return byHost.isEmpty()
        ? owner.list(
            sql(
                "select a.tenant_id from agent a join tenant t on t.id = a.tenant_id and t.active where a.login = ? and a.active",
                login),
            r -> (int) r.number("tenant_id"))
        : byHost;
  }

  private List<Integer> ofCode(String code) {
    return owner.list(
        sql("select id from tenant where active and code = upper(?)", code.strip()),
        r -> (int) r.number("id"));
  }
}
