package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Tokens in an address, for word processors, which carry no session: each opens the reply of one
 * letter to one agent, {@code /dav/reply/<letter>/<token>/…}. Kept as their SHA-256; they end after
 * the hours a session lasts, when the agent leaves or changes their password, and are worth nothing
 * while the letter is closed.
 */
@Stateless
public class LetterTokens {
  /**
   * The servlet whose callers are known by the address, or by HTTP Basic, and by no session; asked
   * of the servlet and not of the address as it was written, which may lead elsewhere ({@code ..}).
   */
  static final String PLACE = "/dav";

  private static final Pattern PATH = Pattern.compile("/reply/(\\d{1,18})/([^/]+)(?:/.*)?");

  @Inject Database database;
  @Inject OwnerDatabase owner;
  @Inject Clock clock;

  /** A new token, shown once; what has ended goes. */
  public String issue(Reader reader, long letter) {
    var token = AccessTokens.random();
    var now = clock.instant();
    database.update(
        sql(
            "delete from access_token where agent_id = ? and correspondence_id is not null and expires_at < ?",
            reader.actor(),
            now));
    database.update(
        sql(
            "insert into access_token (id, version, agent_id, correspondence_id, sha256, expires_at)"
                + " values (nextval('row_id'), 1, ?, ?, ?, ?)",
            reader.actor(),
            letter,
            AccessTokens.sha256(token),
            now.plus(Duration.ofHours(Setting.VAGUEMESTRE_SESSION_HOURS.number()))));
    return token;
  }

  /**
   * Who is meant by a path below {@link #PLACE}, or that their town is suspended (ORG7).
   *
   * @param path null for the place itself
   */
  public Credentials.Attempt find(String path) {
    var address = PATH.matcher(path == null ? "" : path);
    return address.matches()
        ? find(address.group(2), Long.parseLong(address.group(1)))
        : Credentials.Attempt.REFUSED;
  }

  /** Ends all that this agent has in the address of an editor. */
  public void end(Reader reader) {
    database.update(
        sql(
            "delete from access_token where agent_id = ? and correspondence_id is not null",
            reader.actor()));
  }

  private Credentials.Attempt find(String token, long letter) {
    return owner
        .list(
            sql(
                """
                select a.tenant_id, a.id, a.login, a.credential_version, n.active from access_token t
                  join agent a on a.tenant_id = t.tenant_id and a.id = t.agent_id
                  join tenant n on n.id = a.tenant_id
                  join correspondence c on c.tenant_id = t.tenant_id and c.id = t.correspondence_id
                 where t.sha256 = ? and t.correspondence_id = ? and t.expires_at > ? and a.active and not c.closed
                """,
                AccessTokens.sha256(token),
                letter,
                clock.instant()),
            AccessTokens::attempt)
        .stream()
        .findFirst()
        .orElse(Credentials.Attempt.REFUSED);
  }
}
