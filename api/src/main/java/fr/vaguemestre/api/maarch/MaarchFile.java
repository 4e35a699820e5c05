package fr.vaguemestre.api.maarch;

import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.platform.Refusal;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The file of a body: {@code encodedFile}, and {@code format}, its extension. */
final class MaarchFile {
  private MaarchFile() {}

  /**
   * @throws MaarchError when it is not said
   */
  static String format(MaarchBody body) {
    var format = body.text("format");
    if (!(body.object().get("encodedFile") instanceof JsonString file)
        || file.getString().isBlank()) {
      throw new MaarchError(400, "File is mandatory for this indexing model");
    }
    if (format == null || !format.matches("[A-Za-z0-9]{1,10}")) {
      throw MaarchError.body("format is empty or not a string");
    }
    return format.toLowerCase(Locale.ROOT);
  }

  static InputStream bytes(LargeJson json, MaarchBody body) throws IOException {
    return json.bytes(body.object().getString("encodedFile"));
  }

  /** Does the work; a file of a kind that is not taken is refused in Maarch's words. */
  static long known(String format, LongSupplier work) {
    try {
      return work.getAsLong();
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.UNSUPPORTED_TYPE) {
        throw refusal;
      }
      var real =
          refusal.key().equals("maarch.format-not-allowed")
              ? String.valueOf(refusal.arguments().get(1))
              : "application/octet-stream";
      throw new MaarchError(
          400, "Format with this mimeType is not allowed : " + format + " " + real);
    }
  }
}
