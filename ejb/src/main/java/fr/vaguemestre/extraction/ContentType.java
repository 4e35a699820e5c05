package fr.vaguemestre.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of document we take. */
public enum ContentType {
  PDF("application/pdf", "pdf"),
  TIFF("image/tiff", "tif", "tiff"),
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  ODT("application/vnd.oasis.opendocument.text", "odt"),
  RTF("application/rtf", "rtf"),
  EML("message/rfc822", "eml"),
  MSG("application/vnd.ms-outlook", "msg"),
  TXT("text/plain", "txt");

  private final String mediaType;
  private final List<String> extensions;

  ContentType(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  public String mediaType() {
    return mediaType;
  }

  /** The usual extension, without the dot. */
  public String extension() {
    return extensions.get(0);
  }

  public boolean isImage() {
    return this == TIFF || this == JPEG || this == PNG;
  }

  /** Whether a file of that name could be of this type. */
  public boolean fits(String fileName) {
    var name = fileName.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(extension -> name.endsWith("." + extension));
  }

  public static Optional<ContentType> of(String mediaType) {
    for (var type : values()) {
      if (type.mediaType.equals(mediaType)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
