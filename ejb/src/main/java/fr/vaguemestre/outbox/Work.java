package fr.vaguemestre.outbox;

/**
 * A claimed intention, on its way. {@code attempt} counts from 1; {@code request} is the one it was
 * born of, null when there is none.
 */
public record Work(int tenant, long id, Kind kind, long subject, int attempt, String request) {
  public Work(int tenant, long id, Kind kind, long subject, int attempt) {
    this(tenant, id, kind, subject, attempt, null);
  }
}
