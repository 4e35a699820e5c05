package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Network;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;

/**
 * What administrators of the whole town do to machine accounts (API4). A secret is shown once and
 * kept hashed; a new one, or the closing, puts whoever used the one before out at once.
 */
@Stateless
public class ApiClientAdministration {
  /** What a machine account is called before its label, where people have a first name. */
  private static final String FIRST_NAME = "Application";

  @Inject Database database;
  @Inject ApiClients clients;
  @Inject Organisation organisation;
  @Inject PasswordHashing hashing;
  @Inject Readers readers;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Opens a machine account; its secret, to be shown once. */
  public String open(Reader reader, @Valid ApiClientWish wish) {
    var secret = RandomPassword.make();
    open(reader, wish, secret.toCharArray());
    return secret;
  }

  /**
   * The same with this secret, which is not kept.
   *
   * @throws Refusal on {@code login} when an account has it, on a unit or type that is not there
   */
  public void open(Reader reader, @Valid ApiClientWish wish, char[] secret) {
    reader.need(Right.ADMIN_AGENTS, null);
    if (organisation.agent(wish.login()).isPresent()) {
      throw Refusal.field("login", "access.login-taken", wish.login());
    }
    long client =
        database
            .first(
                sql(
                    """
                    with account as (
                      insert into agent (id, version, login, first_name, last_name, machine)
                      values (nextval('row_id'), 1, ?, ?, ?, true) returning id)
                    insert into api_client (id, version, agent_id, label, secret_hash, unit_id, perimeter_unit_id, expires_at, calls_per_minute, networks, active, created_at)
                    select nextval('row_id'), 1, id, ?, ?, ?, ?::bigint, ?::timestamptz, ?, ?::text, true, ? from account returning id
                    """,
                    wish.login(),
                    FIRST_NAME,
                    wish.label(),
                    wish.label(),
                    hashing.hash(secret),
                    unit(wish),
                    perimeter(wish),
                    end(wish),
                    wish.callsPerMinute(),
                    networks(wish),
                    clock.instant()),
                row -> row.number("id"))
            .orElseThrow();
    allow(client, wish);
    done(reader, "OPEN_API_CLIENT", wish.login());
  }

  /** Changes all but its login and secret; STALE when somebody else did meanwhile. */
  public void change(Reader reader, @Valid ApiClientWish wish, long seenVersion) {
    var known = clients.card(reader, wish.login());
    int changed =
        database.update(
            sql(
                """
                update api_client set label = ?, unit_id = ?, perimeter_unit_id = ?::bigint, expires_at = ?::timestamptz,
                       calls_per_minute = ?, networks = ?::text, version = version + 1
                 where id = ? and version = ?
                """,
                wish.label(),
                unit(wish),
                perimeter(wish),
                end(wish),
                wish.callsPerMinute(),
                networks(wish),
                known.id(),
                seenVersion));
    if (changed == 0) {
      throw Refusal.stale();
    }
    database.update(
        sql("update agent set last_name = ? where login = ?", wish.label(), wish.login()));
    database.update(sql("delete from api_client_scope where client_id = ?", known.id()));
    database.update(sql("delete from api_client_type where client_id = ?", known.id()));
    allow(known.id(), wish);
    done(reader, "CHANGE_API_CLIENT", wish.login());
  }

  /** Gives it another secret, to be shown once; the one before ends now. */
  public String rotate(Reader reader, String login) {
    var known = clients.card(reader, login);
    var secret = RandomPassword.make();
    database.update(
        sql(
            "update api_client set secret_hash = ?, version = version + 1 where id = ?",
            hashing.hash(secret.toCharArray()),
            known.id()));
    putOut(login);
    done(reader, "ROTATE_API_CLIENT", login);
    return secret;
  }

  /** Closes it, or opens it again with the secret it had. */
  public void activate(Reader reader, String login, boolean active) {
    var known = clients.card(reader, login);
    database.update(
        sql(
            "update api_client set active = ?, version = version + 1 where id = ?",
            active,
            known.id()));
    putOut(login);
    done(reader, active ? "REOPEN_API_CLIENT" : "CLOSE_API_CLIENT", login);
  }

  private void putOut(String login) {
    database.update(
        sql("update agent set credential_version = credential_version + 1 where login = ?", login));
  }

  private void allow(long client, ApiClientWish wish) {
    for (var scope : wish.scopes()) {
      database.update(
          sql("insert into api_client_scope (client_id, scope) values (?, ?)", client, scope));
    }
    for (var type : wish.types()) {
      int added =
          database.update(
              sql(
                  "insert into api_client_type (client_id, type_id) select ?, id from document_type"
                      + " where code = ? on conflict do nothing",
                  client,
                  type));
      if (added == 0) {
        throw Refusal.field("types", "qualification.unknown-type", type);
      }
    }
  }

  private long unit(ApiClientWish wish) {
    return organisation.openUnit("unit", wish.unit()).id();
  }

  private Long perimeter(ApiClientWish wish) {
    return wish.perimeter() == null
        ? null
        : organisation.openUnit("perimeter", wish.perimeter()).id();
  }

  private static String networks(ApiClientWish wish) {
    Network.firstWrong(wish.networks())
        .ifPresent(
            wrong -> {
              throw Refusal.field("networks", "access.no-network", wrong);
            });
    return wish.networks() == null || wish.networks().isBlank() ? null : wish.networks().strip();
  }

  /** The end of its last day, in the town's time zone. */
  private Instant end(ApiClientWish wish) {
    return wish.lastDay() == null
        ? null
        : wish.lastDay().plusDays(1).atStartOfDay(tenants.current().zone()).toInstant();
  }

  private void done(Reader reader, String action, String login) {
    readers.organisationChanged();
    journal.administration(reader, action, login);
  }
}
