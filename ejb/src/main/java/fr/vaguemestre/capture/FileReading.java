package fr.vaguemestre.capture;

import fr.vaguemestre.correspondence.ReadResult;
import fr.vaguemestre.extraction.Extraction;
import fr.vaguemestre.extraction.PageRenderer;
import fr.vaguemestre.extraction.TextExtractor;
import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.office.OfficeUnavailable;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a kept file in limited child processes: its text, a PDF that the viewer can show, a
 * thumbnail.
 */
@ApplicationScoped
class FileReading {
  private static final String PDF = "application/pdf";
  private static final int SHOWN_TEXT = 200_000;

  @Inject TextExtractor extractor;
  @Inject PageRenderer renderer;
  @Inject DocumentConverter converter;
  @Inject ContentStore store;

  ReadResult read(int tenant, StoredFile file) throws IOException {
    var bytes = store.file(tenant, file.sha256());
    var extraction = extractor.extract(bytes, file.mediaType());
    try (var folder = WorkFolder.create("read")) {
      var rendition = rendition(bytes, file.mediaType(), extraction, folder.path());
      var thumbnail =
          rendition.isPresent()
              ? renderer.thumbnail(rendition.get(), PDF, folder.path())
              : renderer.thumbnail(bytes, file.mediaType(), folder.path());
      return new ReadResult(
          extraction.status(),
          extraction.reason(),
          extraction.pages(),
          extraction.pagesRead(),
          extraction.text(),
          keep(tenant, rendition),
          keep(tenant, thumbnail));
    }
  }

  /** A PDF of what is not one; none when it cannot be made, and then only the text is shown. */
  private Optional<Path> rendition(Path bytes, String mediaType, Extraction extraction, Path folder)
      throws IOException {
    if (PDF.equals(mediaType)) {
      return Optional.empty();
    }
    if (mediaType.startsWith("image/")) {
      return renderer.pdfOfImages(bytes, mediaType, folder);
    }
    try {
      if (mediaType.equals("message/rfc822") || mediaType.equals("application/vnd.ms-outlook")) {
        var text = folder.resolve("message.txt");
        var body = extraction.text();
        Files.writeString(text, body.substring(0, Math.min(SHOWN_TEXT, body.length())) + "\n");
        return Optional.of(converter.toPdf(text, "text/plain", folder));
      }
      return Optional.of(converter.toPdf(bytes, mediaType, folder));
    } catch (Refusal | OfficeUnavailable e) {
      return Optional.empty();
    }
  }

  private String keep(int tenant, Optional<Path> piece) throws IOException {
    if (piece.isEmpty()) {
      return null;
    }
    try (var bytes = Files.newInputStream(piece.get())) {
      return store.put(tenant, bytes, Long.MAX_VALUE).sha256();
    }
  }
}
