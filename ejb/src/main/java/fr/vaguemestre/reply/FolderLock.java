package fr.vaguemestre.reply;

import java.time.Instant;

/**
 * A write lock (RFC 4918, 6) and who has it. {@code deep}: on all that lies below too; {@code
 * owner}: what the program says of itself, XML, empty for nothing. It ends at {@code endsAt} unless
 * renewed.
 */
public record FolderLock(
    String token,
    String path,
    long agent,
    String login,
    String name,
    boolean shared,
    boolean deep,
    boolean onDraft,
    String owner,
    Instant since,
    Instant endsAt) {
  boolean covers(String other) {
    return path.equals(other) || deep && FolderEntry.below(other, path);
  }
}
