package fr.vaguemestre.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of the server, read from the environment; the operators' manual has them all in one
 * table (docs/operations/sizing.md).
 */
public enum Setting {
  /** Folder of everything kept outside the database: contents, index, work files. */
  VAGUEMESTRE_DATA("data"),
  /** {@code true} loads the demo towns and opens the mail catcher; never on a real server. */
  VAGUEMESTRE_DEMO("false"),
  /** Outgoing mail server, host name. Without it, mails wait and the operators' screen says so. */
  VAGUEMESTRE_SMTP_HOST(""),
  /** Outgoing mail server, port. */
  VAGUEMESTRE_SMTP_PORT("25"),
  /**
   * Envelope sender of what is sent (MAIL FROM), to which mail servers report what did not arrive;
   * the unit's own address when empty.
   */
  VAGUEMESTRE_RETURN_ADDRESS(""),
  /** IMAP server of the mailbox of returns; without it, returns are not read. */
  VAGUEMESTRE_RETURN_IMAP_HOST(""),
  /** IMAP server of the mailbox of returns, port. */
  VAGUEMESTRE_RETURN_IMAP_PORT("993"),
  /** {@code true} for TLS from the first byte; {@code false} only on the same machine. */
  VAGUEMESTRE_RETURN_IMAP_TLS("true"),
  /** Account of the mailbox of returns. */
  VAGUEMESTRE_RETURN_IMAP_USER(""),
  /** Password of the mailbox of returns. */
  VAGUEMESTRE_RETURN_IMAP_PASSWORD(""),
  /** Seconds between two readings of the mailbox of returns, at least 1. */
  VAGUEMESTRE_RETURN_SECONDS("30"),
  /** Port of the demo's mail catcher; 0 for none. */
  VAGUEMESTRE_SMTP_CATCHER_PORT("3025"),
  /** Password of the first administrator; a random one is shown once in the log when empty. */
  VAGUEMESTRE_ADMIN_PASSWORD(""),
  /** Longest upload accepted, in megabytes. */
  VAGUEMESTRE_MAX_UPLOAD_MB("200"),
  /** Minutes without a request after which a session ends. */
  VAGUEMESTRE_SESSION_IDLE_MINUTES("60"),
  /** Hours after which a session ends whatever its activity. */
  VAGUEMESTRE_SESSION_HOURS("12"),
  /**
   * Failed logins on one account within 15 minutes before it is locked for 15 minutes (CNIL
   * 2022-100).
   */
  VAGUEMESTRE_LOGIN_ATTEMPTS("5"),
  /** Minutes after which a letter that somebody works on is free again, when their page is gone. */
  VAGUEMESTRE_RESERVATION_MINUTES("3"),
  /** Minutes after which a draft open in a word processor is free again, when it says no more. */
  VAGUEMESTRE_DRAFT_LOCK_MINUTES("10"),
  /**
   * File of the keys that seal griffes, one a line, the last in use; {@code secrets/griffe-keys} of
   * the data folder when empty, made at the first start.
   */
  VAGUEMESTRE_GRIFFE_KEYS(""),
  /**
   * Networks inside (CIDR, between commas) that webhooks and calls back to portals may reach, over
   * http too; none when empty, but for the demonstration, which may call its own machine.
   */
  VAGUEMESTRE_WEBHOOK_NETWORKS(""),
  /**
   * Pages that this server tells at once of what their agents are told, at most; the others ask
   * every twenty seconds. 0: all of them ask.
   */
  VAGUEMESTRE_BELLS("20000"),
  /** Documents read at the same time in limited child processes. */
  VAGUEMESTRE_EXTRACTION_WORKERS("2"),
  /** Night jobs that this server carries out at the same time, of all towns; at most 4. */
  VAGUEMESTRE_JOB_WORKERS("2"),
  /**
   * {@code false}: no night job starts at its hour, only when somebody starts it; for a copy of an
   * installation, which must write to nobody by itself.
   */
  VAGUEMESTRE_JOB_CLOCK("true"),
  /**
   * What a collector must show ({@code Authorization: Bearer …}) to read {@code /metrics}; at least
   * 32 characters, a shorter one opens nothing. Nobody reads it when empty.
   */
  VAGUEMESTRE_METRICS_TOKEN(""),
  /**
   * Networks (CIDR, between commas) that read {@code /metrics} without a token; none when empty.
   */
  VAGUEMESTRE_METRICS_NETWORKS(""),
  /**
   * The standard's own {@code seda-2.1-main.xsd}, those it includes beside it: what is handed to
   * the archives is checked against it too; only against our own schema of what we write when
   * empty.
   */
  VAGUEMESTRE_SEDA_SCHEMA("");

  private final String byDefault;

  Setting(String byDefault) {
    this.byDefault = byDefault;
  }

  public String value() {
    return value(System.getenv());
  }

  String value(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(name())).filter(v -> !v.isBlank()).orElse(byDefault);
  }

  public int number() {
    return Integer.parseInt(value());
  }

  public boolean on() {
    return Boolean.parseBoolean(value());
  }

  public Path path() {
    return Path.of(value()).toAbsolutePath();
  }
}
