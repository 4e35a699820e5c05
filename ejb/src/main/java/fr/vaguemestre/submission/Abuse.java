package fr.vaguemestre.submission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClient;
import fr.vaguemestre.acknowledgement.AbuseRule;
import fr.vaguemestre.acknowledgement.Quarantine;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts what one sender sent through one machine account within an hour (L112-11). Whoever sees
 * one of these letters may not see the others: that they are more than the limit is told, never how
 * many.
 */
@Stateless
public class Abuse {
  private static final Duration WINDOW = Duration.ofHours(1);

  @Inject AbuseRule rule;
  @Inject Quarantine quarantine;
  @Inject Database database;

  /**
   * Looks at a submission as it is entered, in its transaction: the same contact, or the same
   * e-mail address under any name, is the same sender.
   *
   * @return whether it went to quarantine
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public boolean weigh(ApiClient client, long letter, Instant at) {
    var limit = rule.limit().orElse(null);
    if (limit == null) {
      return false;
    }
    if (count(client, letter, at) <= limit.perHour()) {
      return false;
    }
    quarantine.found(
        letter,
        limit.held(),
        "Plus de %d envois en une heure du même expéditeur par « %s »"
            .formatted(limit.perHour(), client.label()),
        limit.perHour());
    return limit.held();
  }

  private long count(ApiClient client, long letter, Instant at) {
    return database.count(
        sql(
            """
            with me as (
              select c.sender_id, lower(k.email) as email from correspondence c
                join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id where c.id = ?)
            select count(*) as count from submission s
              join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
              join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id
              join me on me.sender_id = c.sender_id or me.email = lower(k.email)
             where s.client_id = ? and s.received_at > ?
            """,
            letter,
            client.id(),
            at.minus(WINDOW)));
  }
}
