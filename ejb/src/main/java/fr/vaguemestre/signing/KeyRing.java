package fr.vaguemestre.signing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that seal what nobody else may read: AES-256 in GCM (NIST SP 800-38D). Their file holds one
 * key a line, 32 bytes in Base64; the last one seals, each one opens. A key is named by the first
 * 16 hexadecimal digits of its SHA-256.
 */
final class KeyRing {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, SecretKeySpec> keys;
  private final String current;

  private KeyRing(Map<String, SecretKeySpec> keys, String current) {
    this.keys = keys;
    this.current = current;
  }

  /** Bytes sealed with the key of that name: nonce, then what GCM made of them. */
  record Sealed(String key, byte[] bytes) {}

  /** What was sealed cannot be opened: its key is not on the ring, or it is not what was sealed. */
  static final class Shut extends Exception {
    private static final long serialVersionUID = 1L;

    Shut(String why, Throwable cause) {
      super(why, cause);
    }
  }

  /**
   * Reads the ring; a file that is not there is made with a first key, readable by its owner alone.
   *
   * @throws IOException also when a line is no key
   */
  static KeyRing of(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    var keys = new LinkedHashMap<String, SecretKeySpec>();
    String last = null;
    for (var line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        var key = key(line.strip(), file);
        last = name(key);
        keys.put(last, new SecretKeySpec(key, "AES"));
      }
    }
    if (last == null) {
      throw new IOException("no key in " + file);
    }
    return new KeyRing(keys, last);
  }

  /** The key that seals. */
  String current() {
    return current;
  }

  /**
   * @param about whose it is: opened only when the same is said again
   */
  Sealed seal(byte[] clear, String about) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var made = cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, about).doFinal(clear);
      var bytes = Arrays.copyOf(nonce, NONCE_BYTES + made.length);
      System.arraycopy(made, 0, bytes, NONCE_BYTES, made.length);
      return new Sealed(current, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] open(Sealed sealed, String about) throws Shut {
    var key = keys.get(sealed.key());
    if (key == null) {
      throw new Shut("key " + sealed.key() + " is not on the ring", null);
    }
    var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, about)
          .doFinal(sealed.bytes(), NONCE_BYTES, sealed.bytes().length - NONCE_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Shut("not what was sealed with key " + sealed.key(), e);
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String about)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /**
   * Two nodes that start at once agree on the key of whoever was first. The key is on the disk
   * before anything is sealed with it.
   */
  private static void make(Path file) throws IOException {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    Files.createDirectories(file.getParent());
    var fresh =
        Files.createTempFile(
            file.getParent(),
            "key",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
      force(fresh);
      Files.createLink(file, fresh);
    } catch (FileAlreadyExistsException other) {
      // Theirs is read.
    } finally {
      Files.delete(fresh);
    }
    force(file.getParent());
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static byte[] key(String line, Path file) throws IOException {
    try {
      var key = Base64.getDecoder().decode(line);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("a line of " + file + " is no Base64", e);
    }
    throw new IOException("a key of " + file + " is not of " + KEY_BYTES + " bytes");
  }

  private static String name(byte[] key) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
