package fr.vaguemestre.extraction;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Pictures of what can be shown. Empty when the document has none to give: never an exception for a
 * bad one.
 */
public interface PageRenderer {

  /**
   * The first page as a JPEG of at most 340 pixels a side, in {@code folder}; PDF and pictures
   * only.
   */
  Optional<Path> thumbnail(Path file, String mediaType, Path folder);

  /** A TIFF (all its pages), JPEG or PNG as a PDF in {@code folder}, for the viewer. */
  Optional<Path> pdfOfImages(Path file, String mediaType, Path folder);

  /**
   * A PDF with these words at the top of each of its pages, in {@code folder}: its own bytes, then
   * the mark. Empty when it is none, is encrypted, or asks for too much.
   */
  Optional<Path> marked(Path file, String words, Path folder);
}
