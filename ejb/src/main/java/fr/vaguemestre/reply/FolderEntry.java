package fr.vaguemestre.reply;

import java.time.Instant;

/**
 * A file or a collection in the folder of a reply. Paths have no slash at either end; the folder
 * itself is the empty one.
 *
 * @param sha256 null for a collection; {@code size} in bytes
 */
public record FolderEntry(
    String path,
    String mediaType,
    String sha256,
    long size,
    Instant createdAt,
    Instant modifiedAt) {
  private static final int TAG = 32;
  private static final String ANY_BYTES = "application/octet-stream";

  static FolderEntry collection(String path, Instant at) {
    return new FolderEntry(path, null, null, 0, at, at);
  }

  /** What a word processor puts beside the draft; it is never looked into. */
  static FolderEntry file(String path, String sha256, long size, Instant created, Instant at) {
    return new FolderEntry(path, ANY_BYTES, sha256, size, created, at);
  }

  public boolean collection() {
    return sha256 == null;
  }

  /** Half of the hash, which programs must find room for; null for a collection. */
  public String etag() {
    return collection() ? null : '"' + sha256.substring(0, TAG) + '"';
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Whether a path lies below another. */
  static boolean below(String path, String top) {
    return top.isEmpty() ? !path.isEmpty() : path.startsWith(top + "/");
  }

  /** How many levels down a path lies. */
  static int level(String path) {
    return path.isEmpty() ? 0 : path.split("/", -1).length;
  }
}
