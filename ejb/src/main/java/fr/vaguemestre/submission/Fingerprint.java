package fr.vaguemestre.submission;

import fr.vaguemestre.correspondence.IncomingFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a request said, to tell a repeated one from another under the same key. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Object said, List<IncomingFile> files) {
    var text = new StringBuilder(String.valueOf(said));
    files.forEach(file -> text.append('\n').append(file.name()).append(' ').append(file.sha256()));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
