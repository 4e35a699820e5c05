package fr.vaguemestre.maarch;

import fr.vaguemestre.capture.StoredFile;
import fr.vaguemestre.extraction.ContentType;
import fr.vaguemestre.platform.Refusal;

/** A file is of the format its sender says. */
final class FormatMismatch {
  private FormatMismatch() {}

  /**
   * @throws Refusal of kind UNSUPPORTED_TYPE, with the format and the real media type
   */
  static void refuse(StoredFile file, String format) {
    boolean agrees =
        ContentType.of(file.mediaType()).filter(type -> type.fits("x." + format)).isPresent();
    if (!agrees) {
      throw Refusal.of(
          Refusal.Kind.UNSUPPORTED_TYPE, "maarch.format-not-allowed", format, file.mediaType());
    }
  }
}
