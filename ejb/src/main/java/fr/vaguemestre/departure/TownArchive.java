package fr.vaguemestre.departure;

import jakarta.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP being written, entry after entry, each with its SHA-256 in {@code manifest.jsonl}, which
 * comes last. Nothing but a buffer is held in memory.
 */
final class TownArchive implements AutoCloseable {
  private final Path file;
  private final Path manifestFile;
  private final DigestOutputStream whole;
  private final ZipOutputStream zip;
  private final OutputStream manifest;

  private TownArchive(Path file, Path manifestFile) throws IOException {
    this.file = file;
    this.manifestFile = manifestFile;
    whole = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), sha256());
    zip = new ZipOutputStream(whole, StandardCharsets.UTF_8);
    zip.setLevel(Deflater.BEST_SPEED);
    manifest = new BufferedOutputStream(Files.newOutputStream(manifestFile));
  }

  /** The manifest grows beside the file, under its name and {@code .manifest}. */
  static TownArchive create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new TownArchive(file, file.resolveSibling(file.getFileName() + ".manifest"));
  }

  /** What writes an entry's bytes. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  void entry(String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    var out = new Counted(zip);
    content.to(out);
    zip.closeEntry();
    var line =
        Json.createObjectBuilder()
            .add("name", name)
            .add("bytes", out.count)
            .add("sha256", HexFormat.of().formatHex(out.sha256.digest()))
            .build();
    manifest.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the archive and forces it to the disk; returns its SHA-256. */
  String finish() throws IOException {
    manifest.close();
    zip.putNextEntry(new ZipEntry("manifest.jsonl"));
    Files.copy(manifestFile, zip);
    zip.closeEntry();
    zip.close();
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return HexFormat.of().formatHex(whole.getMessageDigest().digest());
  }

  static void copy(InputStream in, OutputStream out) throws IOException {
    try (in) {
      in.transferTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    manifest.close();
    whole.close();
    Files.deleteIfExists(manifestFile);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts and hashes what passes; closing it closes nothing. */
  private static final class Counted extends OutputStream {
    private final OutputStream out;
    private final MessageDigest sha256 = sha256();
    private long count;

    private Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      sha256.update(bytes, from, length);
      count += length;
    }
  }
}
