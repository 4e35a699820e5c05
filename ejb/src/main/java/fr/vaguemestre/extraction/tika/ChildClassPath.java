package fr.vaguemestre.extraction.tika;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipInputStream;

/**
 * The jars of the child process, exploded once per version from the resource {@code
 * extraction/child.zip}.
 */
final class ChildClassPath {

  private static final String RESOURCE = "/extraction/child.zip";

  private final Path folder;

  private ChildClassPath(Path folder) {
    this.folder = folder;
  }

  /**
   * Explodes into {@code work/child-HASH} unless it is there; a folder is complete or absent
   * (atomic rename).
   */
  static ChildClassPath in(Path work) {
    try {
      Files.createDirectories(work);
      var target = work.resolve("child-" + hash());
      if (!Files.isDirectory(target)) {
        explode(work, target);
      }
      return new ChildClassPath(target);
    } catch (IOException e) {
      throw new IllegalStateException(
          "extraction: cannot write the child class path in " + work, e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Value of {@code -cp}. */
  String value() {
    return folder.resolve("classes") + ":" + folder.resolve("lib") + "/*";
  }

  private static void explode(Path work, Path target) throws IOException {
    var fresh = Files.createTempDirectory(work, "child-");
    try (var zip = new ZipInputStream(open())) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var file = fresh.resolve(entry.getName()).normalize();
        if (!file.startsWith(fresh)) {
          throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException otherNodeWasFaster) {
      WorkFolder.delete(fresh);
    }
  }

  private static String hash() throws IOException {
    try (var in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open() {
    var in = ChildClassPath.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new IllegalStateException("extraction: " + RESOURCE + " is not in the build");
    }
    return in;
  }
}
