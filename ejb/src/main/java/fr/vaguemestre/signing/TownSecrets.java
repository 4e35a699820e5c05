package fr.vaguemestre.signing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a town signs with, sealed at rest as griffes are: a row copied to another town, or to
 * another kind, does not open.
 */
@Stateless
public class TownSecrets {
  private static final Logger LOG = Logger.getLogger(TownSecrets.class.getName());

  @Inject GriffeKeys keys;
  @Inject Database database;
  @Inject Clock clock;

  /** What it is for. */
  public enum Kind {
    /** Ed25519, PKCS#8; its public part X.509: signs exports of the journal. */
    JOURNAL,
    /** PKCS#8; its public part the chain of certificates (PkiPath): seals signed replies. */
    SEAL,
    /** 32 random bytes, from which the secrets of webhooks are derived; no public part. */
    WEBHOOKS
  }

  /** A secret and what anybody may know of it. */
  public record Secret(byte[] clear, byte[] publicPart, Instant keptAt) {}

  private record Kept(Kind kind, KeyRing.Sealed sealed, byte[] publicPart, Instant at) {}

  /**
   * @throws Refusal when it cannot be opened
   */
  public Optional<Secret> find(Kind kind) {
    return kept(kind).map(this::opened);
  }

  /** What anybody may know of it. */
  public Optional<byte[]> publicPart(Kind kind) {
    return kept(kind).map(Kept::publicPart);
  }

  /** Keeps it, unless one of this kind is there already. */
  public void keepFirst(Kind kind, byte[] clear, byte[] publicPart) {
    database.update(fresh(kind, clear, publicPart).add("on conflict (tenant_id, kind) do nothing"));
  }

  /** Keeps it in the place of the one of this kind before. */
  public void keep(Kind kind, byte[] clear, byte[] publicPart) {
    database.update(
        fresh(kind, clear, publicPart)
            .add(
                """
                on conflict (tenant_id, kind) do update set key_id = excluded.key_id, sealed = excluded.sealed,
                  public_part = excluded.public_part, kept_at = excluded.kept_at
                """));
  }

  public void remove(Kind kind) {
    database.update(sql("delete from town_secret where kind = ?", kind));
  }

  private Statement fresh(Kind kind, byte[] clear, byte[] publicPart) {
    var sealed = keys.ring().seal(clear, about(kind));
    return sql(
        "insert into town_secret (kind, key_id, sealed, public_part, kept_at) values (?, ?, ?, ?,"
            + " ?)",
        kind,
        sealed.key(),
        sealed.bytes(),
        publicPart,
        clock.instant());
  }

  /** Seals again, under the current key, what another sealed; returns how many there were. */
  public int renew() {
    int renewed = 0;
    for (var kind : Kind.values()) {
      var old = kept(kind).filter(k -> !k.sealed().key().equals(keys.ring().current()));
      if (old.isPresent()) {
        var sealed = keys.ring().seal(opened(old.get()).clear(), about(kind));
        renewed +=
            database.update(
                sql(
                    "update town_secret set key_id = ?, sealed = ? where kind = ?",
                    sealed.key(),
                    sealed.bytes(),
                    kind));
      }
    }
    return renewed;
  }

  private Secret opened(Kept kept) {
    try {
      return new Secret(
          keys.ring().open(kept.sealed(), about(kept.kind())), kept.publicPart(), kept.at());
    } catch (KeyRing.Shut e) {
      LOG.log(Level.SEVERE, e, () -> "the secret " + kept.kind() + " of the town stays shut");
      throw Refusal.of(Refusal.Kind.CONFLICT, "signing.secret-shut");
    }
  }

  private Optional<Kept> kept(Kind kind) {
    return database.first(sql("select * from town_secret where kind = ?", kind), TownSecrets::read);
  }

  private static Kept read(Row row) {
    return new Kept(
        row.constant("kind", Kind.class),
        new KeyRing.Sealed(row.text("key_id"), row.bytes("sealed")),
        row.bytes("public_part"),
        row.instant("kept_at"));
  }

  private static String about(Kind kind) {
    return "town/" + TenantContext.required() + "/" + kind;
  }
}
