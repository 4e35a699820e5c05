package fr.vaguemestre.extraction;

import java.nio.file.Path;

/**
 * Reads what a document says. A bad document is an answer ({@link ExtractionStatus#FAILED} and
 * why), never an exception; a failure of ours (disk full, child process that does not start,
 * interruption) is an {@link IllegalStateException}, worth another try later.
 */
public interface TextExtractor {

  /**
   * @param file an immutable file we may read; its name tells nothing
   * @param mediaType what the sender says it is; the bytes decide
   * @param progress told of each page that goes through OCR, from several threads
   */
  Extraction extract(Path file, String mediaType, Progress progress);

  default Extraction extract(Path file, String mediaType) {
    return extract(file, mediaType, (done, of) -> {});
  }

  /** Pages being recognised (OCR) now. */
  default int pagesUnderWay() {
    return 0;
  }

  /** How far OCR is, for "Lecture 4/6". */
  @FunctionalInterface
  interface Progress {
    void page(int done, int of);
  }
}
