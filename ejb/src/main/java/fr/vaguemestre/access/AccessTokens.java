package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bearer tokens (RFC 6750): 256 random bits, kept as their SHA-256, so checking one costs no
 * password hash.
 */
@Stateless
public class AccessTokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LIFE = Duration.ofHours(8);

  @Inject Database database;
  @Inject OwnerDatabase owner;
  @Inject Clock clock;

  /** A token shown once, and when it ends. */
  public record Issued(String token, Instant expiresAt) {}

  public Issued issue(Reader reader) {
    var token = random();
    var end = clock.instant().plus(LIFE);
    database.update(
        sql(
            "insert into access_token (id, version, agent_id, sha256, expires_at) values (nextval('row_id'), 1, ?, ?, ?)",
            reader.agent(),
            sha256(token),
            end));
    return new Issued(token, end);
  }

  /** Whose token it is, or that their town is suspended (ORG7); refused once it has ended. */
  public Credentials.Attempt find(String token) {
    return owner
        .list(
            sql(
                "select a.tenant_id, a.id, a.login, a.credential_version, n.active from access_token t join agent a on a.tenant_id = t.tenant_id"
                    + " and a.id = t.agent_id join tenant n on n.id = a.tenant_id where t.sha256 = ? and t.correspondence_id is null"
                    + " and t.expires_at > ? and a.active",
                sha256(token),
                clock.instant()),
            AccessTokens::attempt)
        .stream()
        .findFirst()
        .orElse(Credentials.Attempt.REFUSED);
  }

  static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Of a row of the agent, {@code active} being the town's. */
  static Credentials.Attempt attempt(Row row) {
    return row.flag("active")
        ? new Credentials.Attempt(Credentials.Verdict.ACCEPTED, Optional.of(principal(row)))
        : Credentials.Attempt.SUSPENDED;
  }

  private static AgentPrincipal principal(Row row) {
    return new AgentPrincipal(
        (int) row.number("tenant_id"),
        row.number("id"),
        row.text("login"),
        (int) row.number("credential_version"));
  }

  static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
