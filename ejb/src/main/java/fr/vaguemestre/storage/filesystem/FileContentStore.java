package fr.vaguemestre.storage.filesystem;

import fr.vaguemestre.platform.Folders;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files under {@code <data>/content/<town>/<ab>/<sha256>}. A file is written aside, forced to the
 * disk, then moved to its address in one step: a crash leaves at most a stray temporary file.
 */
@ApplicationScoped
public class FileContentStore implements ContentStore {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER = 64 * 1024;

  private final Path root;

  public FileContentStore() {
    this(Setting.VAGUEMESTRE_DATA.path().resolve("content"));
  }

  public FileContentStore(Path root) {
    this.root = root;
  }

  @Override
  public Content put(int tenant, InputStream bytes, long limit) throws IOException {
    var town = root.resolve(Integer.toString(tenant));
    ready(town);
    var aside = town.resolve("." + UUID.randomUUID());
    try {
      var content = write(aside, bytes, limit);
      var home = address(tenant, content.sha256());
      settle(aside, home);
      return content;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public InputStream open(int tenant, String sha256) throws IOException {
    return Files.newInputStream(address(tenant, sha256));
  }

  @Override
  public Path file(int tenant, String sha256) throws IOException {
    var file = address(tenant, sha256);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(sha256);
    }
    return file;
  }

  @Override
  public boolean has(int tenant, String sha256) {
    return Files.exists(address(tenant, sha256));
  }

  /**
   * Taken away under another name before its date is read: who puts it meanwhile finds it absent
   * and moves it in anew, or has made it young. A crash in between leaves the other name, which
   * goes the next time.
   */
  @Override
  public boolean removeUntouched(int tenant, String sha256, Instant since) throws IOException {
    var home = address(tenant, sha256);
    var aside = home.resolveSibling("." + sha256);
    if (Files.exists(home)) {
      if (touched(home, since)) {
        return false;
      }
      Files.move(home, aside, StandardCopyOption.ATOMIC_MOVE);
      if (touched(aside, since)) {
        Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        return false;
      }
    }
    Files.deleteIfExists(aside);
    return true;
  }

  private static boolean touched(Path file, Instant since) throws IOException {
    return !Files.getLastModifiedTime(file).toInstant().isBefore(since);
  }

  @Override
  public void remove(int tenant, String sha256) throws IOException {
    Files.deleteIfExists(address(tenant, sha256));
  }

  @Override
  public void each(int tenant, Visit visit) throws IOException {
    var town = root.resolve(Integer.toString(tenant));
    if (!Files.isDirectory(town)) {
      return;
    }
    try (var files = Files.walk(town, 2)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var name = file.getFileName().toString();
        if (ADDRESS.matcher(name).matches()) {
          visit.see(new Content(name, Files.size(file)));
        }
      }
    }
  }

  @Override
  public List<Kept> under(int tenant, String beginning) throws IOException {
    var town = root.resolve(Integer.toString(tenant));
    if (!Files.isDirectory(town)) {
      return List.of();
    }
    var kept = new ArrayList<Kept>();
    try (var folders = Files.newDirectoryStream(town, f -> leadsTo(f, beginning))) {
      for (var folder : folders) {
        try (var files = Files.newDirectoryStream(folder, f -> within(f, beginning))) {
          for (var file : files) {
            kept.add(new Kept(name(file), Files.getLastModifiedTime(file).toInstant()));
          }
        }
      }
    }
    return kept;
  }

  @Override
  public void probe() throws IOException {
    ready(root);
    var aside = root.resolve("." + UUID.randomUUID());
    try {
      write(aside, InputStream.nullInputStream(), 0);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public void removeAll(int tenant) throws IOException {
    Folders.delete(root.resolve(Integer.toString(tenant)));
    if (Files.isDirectory(root)) {
      force(root);
    }
  }

  private static boolean leadsTo(Path folder, String beginning) {
    return Files.isDirectory(folder)
        && (name(folder).startsWith(beginning) || beginning.startsWith(name(folder)));
  }

  private static boolean within(Path file, String beginning) {
    return name(file).startsWith(beginning) && ADDRESS.matcher(name(file)).matches();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Content write(Path file, InputStream bytes, long limit) throws IOException {
    var sha256 = digest();
    long size = 0;
    var buffer = new byte[BUFFER];
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int n; (n = bytes.read(buffer)) >= 0; ) {
        size += n;
        if (size > limit) {
          throw new TooLong(limit);
        }
        sha256.update(buffer, 0, n);
        for (var part = ByteBuffer.wrap(buffer, 0, n); part.hasRemaining(); ) {
          channel.write(part);
        }
      }
      channel.force(true);
    }
    return new Content(HexFormat.of().formatHex(sha256.digest()), size);
  }

  /**
   * Bytes that are there already are not moved again, but whoever brought them may not have forced
   * the folder yet: it is forced in any case.
   */
  private void settle(Path aside, Path home) throws IOException {
    var folder = home.getParent();
    ready(folder);
    if (!made(home, Files.getLastModifiedTime(aside))) {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    }
    force(folder);
  }

  /** Whether it is there, and of that date now. */
  private static boolean made(Path file, FileTime at) throws IOException {
    try {
      Files.setLastModifiedTime(file, at);
      return true;
    } catch (NoSuchFileException absent) {
      return false;
    }
  }

  /** Nobody writes into a folder before its own entry is on the disk. */
  private synchronized void ready(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      force(folder.getParent());
    }
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path address(int tenant, String sha256) {
    if (!ADDRESS.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a content address");
    }
    return root.resolve(Integer.toString(tenant)).resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
