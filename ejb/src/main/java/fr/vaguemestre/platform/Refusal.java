package fr.vaguemestre.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Optional;

/**
 * A rule said no. The key ({@code feature.rule}) names the rule and its message in every language;
 * {@code field} names the form field at fault when there is one. The transaction is rolled back: a
 * refusal changes nothing.
 */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller got wrong, for the edge to choose a status: never shown as such. */
  public enum Kind {
    /** Malformed or incomplete input: REST 422, a message by the field. */
    INVALID,
    /** The reader may see but not do: REST 403. */
    FORBIDDEN,
    /** Not there, or not for this reader: REST 404, the two are never told apart. */
    NOT_FOUND,
    /** Someone else was faster, or the state does not allow it: REST 409. */
    CONFLICT,
    /** The caller's version is not the current one ("modifié entre-temps"): REST 412. */
    STALE,
    /** Larger than the setting allows: REST 413. */
    TOO_LARGE,
    /** The bytes are of a kind we do not take: REST 415. */
    UNSUPPORTED_TYPE
  }

  private final String key;
  private final Kind kind;
  private final String field;
  private final transient List<Object> arguments;

  public Refusal(String key, Object... arguments) {
    this(Kind.INVALID, key, null, arguments);
  }

  private Refusal(Kind kind, String key, String field, Object... arguments) {
    super(key, null, false, false);
    this.kind = kind;
    this.key = key;
    this.field = field;
    this.arguments = List.of(arguments);
  }

  public static Refusal of(Kind kind, String key, Object... arguments) {
    return new Refusal(kind, key, null, arguments);
  }

  /** A refusal that points at one form field, named as in the API ({@code sender.email}). */
  public static Refusal field(String field, String key, Object... arguments) {
    return new Refusal(Kind.INVALID, key, field, arguments);
  }

  /** Absent, or invisible to this reader: one answer for both (O8). */
  public static Refusal notFound() {
    return of(Kind.NOT_FOUND, "platform.not-found");
  }

  public static Refusal stale() {
    return of(Kind.STALE, "platform.stale");
  }

  public static Refusal forbidden() {
    return of(Kind.FORBIDDEN, "platform.forbidden");
  }

  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  public List<Object> arguments() {
    return arguments == null ? List.of() : arguments;
  }
}
