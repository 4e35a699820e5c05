package fr.vaguemestre.publik;

import static fr.vaguemestre.platform.db.Statement.sql;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.DatabaseFailure;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.signing.Sealing;
import fr.vaguemestre.webhook.OutsideCalls;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The keys of Publik portals, each of one machine account. They sign in both directions, so they
 * are kept sealed, readable by this installation alone, and never shown again.
 */
@Stateless
public class PublikKeys {
  @Inject Database database;
  @Inject ApiClients clients;
  @Inject Sealing sealing;
  @Inject Journal journal;
  @Inject Clock clock;

  /** What administrators see of it; never the key. */
  public record Card(String orig, String portalUrl, Instant keptAt) {}

  /**
   * The one of the machine account of this login.
   *
   * @throws Refusal NOT_FOUND when there is no such account
   */
  public Optional<Card> of(Reader reader, String login) {
    return database.first(
        sql("select * from publik_key where client_id = ?", clients.card(reader, login).id()),
        row -> new Card(row.text("orig"), row.text("portal_url"), row.instant("kept_at")));
  }

  /**
   * Keeps it in the place of the one before.
   *
   * @throws Refusal on {@code orig} when another account of the town has it, on {@code key} when
   *     there is none yet, on {@code portalUrl} when no call may go there
   */
  public void keep(Reader reader, String login, @Valid PublikKeyWish wish) {
    long client = clients.card(reader, login).id();
    if (wish.portalUrl() != null) {
      OutsideCalls.allowed("portalUrl", wish.portalUrl());
    }
    try {
      if (wish.key() == null) {
        describe(client, wish);
      } else {
        write(client, wish);
      }
    } catch (DatabaseFailure e) {
      throw DatabaseFailure.isDuplicate(e)
          ? Refusal.field("orig", "publik.orig-taken", wish.orig())
          : e;
    }
    journal.administration(reader, "KEEP_PUBLIK_KEY", login);
  }

  public void remove(Reader reader, String login) {
    database.update(
        sql("delete from publik_key where client_id = ?", clients.card(reader, login).id()));
    journal.administration(reader, "REMOVE_PUBLIK_KEY", login);
  }

  private void describe(long client, PublikKeyWish wish) {
    int changed =
        database.update(
            sql(
                "update publik_key set orig = ?, portal_url = ? where client_id = ?",
                wish.orig(),
                wish.portalUrl(),
                client));
    if (changed == 0) {
      throw Refusal.field("key", "publik.key-missing");
    }
  }

  private void write(long client, PublikKeyWish wish) {
    var sealed = sealing.seal(wish.key().getBytes(UTF_8), about(TenantContext.required(), client));
    database.update(
        sql(
            """
            insert into publik_key (client_id, orig, key_id, sealed, portal_url, kept_at) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, client_id) do update set orig = excluded.orig, key_id = excluded.key_id,
              sealed = excluded.sealed, portal_url = excluded.portal_url, kept_at = excluded.kept_at
            """,
            client,
            wish.orig(),
            sealed.key(),
            sealed.bytes(),
            wish.portalUrl(),
            clock.instant()));
  }

  static Sealing.Sealed sealed(Row row) {
    return new Sealing.Sealed(row.text("key_id"), row.bytes("sealed"));
  }

  /** Whose key it is, sealed with it. */
  static String about(int tenant, long client) {
    return "publik/" + tenant + "/" + client;
  }
}
