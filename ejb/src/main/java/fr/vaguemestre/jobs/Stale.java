package fr.vaguemestre.jobs;

import java.time.Duration;

/** What nobody needs any more, and how long after. Those that others point to come after them. */
enum Stale {
  /** The lock after failed logins looks back fifteen minutes; the rest is for whoever asks why. */
  LOGIN_FAILURE("login_failure", "id", true, "failed_at", Duration.ofDays(30)),
  ACCESS_TOKEN("access_token", "id", true, "expires_at", Duration.ofDays(1)),
  /** A program that repeats a request after a month makes a new letter. */
  IDEMPOTENCY_KEY(
      "idempotency_key", "client || ' ' || key", false, "created_at", Duration.ofDays(30)),
  /** A signed address is too old after half a minute. */
  PUBLIK_NONCE("publik_nonce", "client_id || ' ' || nonce", false, "spent_at", Duration.ofHours(1)),
  DRAFT_LOCK("draft_lock", "token", false, "ends_at", Duration.ofDays(1)),
  NOTIFICATION("notification", "id", true, "at", Duration.ofDays(183)),
  NOTIFICATION_MAIL("notification_mail", "id", true, "made_at", Duration.ofDays(183)) {
    @Override
    String besides() {
      return " and not exists (select 1 from notification n where n.tenant_id = x.tenant_id and"
          + " n.mail_id = x.id)";
    }
  },
  /**
   * The last month's, and no more than a hundred thousand of an account: where they end is looked
   * for once an account, not once a row.
   */
  API_CALL("api_call", "id", true, "at", Duration.ofDays(30)) {
    @Override
    String with() {
      return """
      with cut as materialized (
        select k.id as client_id, l.id from api_client k, lateral (
          select o.id from api_call o where o.tenant_id = k.tenant_id and o.client_id = k.id
           order by o.id desc offset 100000 limit 1) l)
      """;
    }

    @Override
    String condition() {
      return "("
          + super.condition()
          + " or x.id <= (select c.id from cut c where c.client_id = x.client_id))";
    }
  },
  API_CALL_HOUR(
      "api_call_hour",
      "client_id || ' ' || extract(epoch from hour) || ' ' || status || ' ' || route",
      false,
      "hour",
      Duration.ofDays(400)),
  WEBHOOK_DELIVERY("webhook_delivery", "id", true, "made_at", Duration.ofDays(90)) {
    @Override
    String besides() {
      return " and x.status in ('DELIVERED', 'LOST')";
    }
  },
  /** What agents looked for may be a person's name: gone no later than a request's copy. */
  RECENT_SEARCH(
      "recent_search", "agent_id || ' ' || asked_sha256", false, "asked_at", Duration.ofDays(89)),
  /**
   * What applications told of: three months after its end, as requests here, the shortest there
   * are; two years unheard of.
   */
  DEMAND("demand", "id", true, "last_at", Duration.ofDays(89)) {
    @Override
    String besides() {
      return " and (x.status_id in (10, 14, 15) or x.last_at < now() - interval '2 years')";
    }
  },
  /** With its steps and notes. */
  JOB_RUN("job_run", "id", true, "ended_at", Duration.ofDays(400));

  final String table;
  final String key;
  final boolean numbered;
  final Duration kept;
  private final String since;

  Stale(String table, String key, boolean numbered, String since, Duration kept) {
    this.table = table;
    this.key = key;
    this.numbered = numbered;
    this.since = since;
    this.kept = kept;
  }

  /** SQL before the verb: what {@link #condition} looks at more than once. */
  String with() {
    return "";
  }

  /** SQL of the rows {@code x} that may go, with one question mark for the moment. */
  String condition() {
    return "x." + since + " < ?" + besides();
  }

  String besides() {
    return "";
  }
}
