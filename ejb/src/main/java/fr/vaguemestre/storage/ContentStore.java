package fr.vaguemestre.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Content-addressed files of each town. Original bytes are never changed; the same bytes are kept
 * once per town.
 */
public interface ContentStore {
  /** A content as it lies here, and since when. */
  record Kept(String sha256, Instant at) {}

  /** What was kept: its address and its length in bytes. */
  record Content(String sha256, long size) {}

  /**
   * Keeps the bytes; they are on the disk (fsync of file and folder) when this returns.
   *
   * @param limit longest length accepted, in bytes
   * @throws TooLong when there are more; nothing is kept
   */
  Content put(int tenant, InputStream bytes, long limit) throws IOException;

  /**
   * @throws java.nio.file.NoSuchFileException when the town has no such content
   */
  InputStream open(int tenant, String sha256) throws IOException;

  /** A readable file with these bytes, for a child process; never to be written to. */
  Path file(int tenant, String sha256) throws IOException;

  boolean has(int tenant, String sha256);

  /**
   * Writes a few bytes aside, forces them to the disk and takes them away: the store takes more.
   *
   * @throws IOException when it does not
   */
  void probe() throws IOException;

  /**
   * Removes the bytes for good unless they were put, or put again, since that moment: whoever puts
   * bytes that are there already makes them young again, and may count on them from then on.
   *
   * @return whether they are gone, or were absent
   */
  boolean removeUntouched(int tenant, String sha256, Instant since) throws IOException;

  /** Removes the bytes for good; absent content is no error. */
  void remove(int tenant, String sha256) throws IOException;

  /** Shows every content of a town, in no order. */
  void each(int tenant, Visit visit) throws IOException;

  /** The contents whose address begins with this (a few hexadecimal digits), in no order. */
  List<Kept> under(int tenant, String beginning) throws IOException;

  /** Removes all that a town has here, when it leaves; doing it again is no error. */
  void removeAll(int tenant) throws IOException;

  /** What {@link #each} calls. */
  interface Visit {
    void see(Content content) throws IOException;
  }

  /** More bytes came than the limit allows. */
  class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLong(long limit) {
      super("more than " + limit + " bytes");
    }
  }
}
