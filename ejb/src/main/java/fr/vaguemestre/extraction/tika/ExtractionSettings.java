package fr.vaguemestre.extraction.tika;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Bounds of the extraction.
 *
 * @param work folder of ours for the exploded class path and temporary files; on a local disk, not
 *     {@code noexec}
 * @param path where tools are looked for, as in {@code PATH}
 * @param readers child JVMs that read text; each takes {@code readerHeapMegabytes} plus about 100
 *     MB
 * @param textTimeout for the text of one document
 * @param pageTimeout processor time for one page: picture, orientation and OCR each
 * @param ocrBudget for all the OCR of one document
 * @param textLimit characters kept of one document
 * @param ocrPages pages of one document that may go through OCR
 * @param ocrThreads pages read at once, all documents together
 * @param languages tesseract languages, the first one required
 */
public record ExtractionSettings(
    Path work,
    String path,
    int readers,
    int readerHeapMegabytes,
    Duration textTimeout,
    Duration pageTimeout,
    Duration ocrBudget,
    int textLimit,
    int ocrPages,
    int ocrThreads,
    int dpi,
    List<String> languages) {

  /**
   * What a town of ordinary size needs: two readers, so that a bad document holds up one only; one
   * OCR page per core.
   */
  public static ExtractionSettings defaults(Path work) {
    var path = System.getenv("PATH");
    return new ExtractionSettings(
        work.toAbsolutePath(),
        path == null ? "/usr/local/bin:/usr/bin:/bin" : path,
        2,
        512,
        Duration.ofSeconds(120),
        Duration.ofSeconds(30),
        Duration.ofMinutes(10),
        10_000_000,
        200,
        Runtime.getRuntime().availableProcessors(),
        300,
        List.of("fra"));
  }
}
