package fr.vaguemestre.departure;

import fr.vaguemestre.platform.db.Row;
import java.time.Instant;

/**
 * An export or a deletion of a town, asked for by an administrator of the platform.
 *
 * @param asker their name
 * @param seals how many entries of the town's journal were sealed when the deletion began; null
 *     before, and for an export
 * @param lastSeal hash of the last of them (SHA-256, hexadecimal); null without any
 * @param files contents of the town; {@code bytes} their length together; null before they are
 *     counted
 * @param doneAt null while it is not done
 * @param sha256 of the archive, or of the attestation; {@code size} its length in bytes
 * @param failed whether it was given up after its last try, until an operator has it done again
 */
public record TownJob(
    long id,
    Kind kind,
    int town,
    String code,
    String name,
    long askedBy,
    String login,
    String asker,
    Instant askedAt,
    Long seals,
    String lastSeal,
    Long files,
    Long bytes,
    Instant doneAt,
    String sha256,
    Long size,
    String attestation,
    boolean failed) {
  /** What is done to the town. */
  public enum Kind {
    EXPORT,
    DELETION
  }

  public boolean done() {
    return doneAt != null;
  }

  /** Where it stands, the end of a message's key: {@code waiting}, {@code done}, {@code failed}. */
  public String state() {
    return done() ? "done" : failed ? "failed" : "waiting";
  }

  static TownJob read(Row row) {
    return new TownJob(
        row.number("id"),
        row.constant("kind", Kind.class),
        (int) row.number("town_id"),
        row.text("town_code"),
        row.text("town_name"),
        row.number("asked_by"),
        row.text("login"),
        row.text("asker"),
        row.instant("asked_at"),
        row.numberOrNull("seals"),
        row.text("last_seal"),
        row.numberOrNull("files"),
        row.numberOrNull("bytes"),
        row.instant("done_at"),
        row.text("sha256"),
        row.numberOrNull("size_bytes"),
        row.text("attestation"),
        row.flag("failed"));
  }
}
