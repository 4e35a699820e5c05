package fr.vaguemestre.copy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.extraction.PageRenderer;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Refusal.Kind;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Copies of a letter's documents that say on every page what they are of (CAP8). The original is
 * never touched: a copy is made in a child process when it is asked for, and not kept.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Copies {
  private static final String PDF = "application/pdf";

  @Inject Correspondences correspondences;
  @Inject CopySettings settings;
  @Inject Tenants tenants;
  @Inject ContentStore store;
  @Inject PageRenderer renderer;
  @Inject CopyPlaces places;
  @Inject Clock clock;

  /**
   * A copy to be made.
   *
   * @param sha256 of the PDF it is made from
   * @param words on each of its pages
   */
  public record Copy(String name, String sha256, String words) {}

  /**
   * The copy of a document as of now.
   *
   * @throws Refusal NOT_FOUND when the reader does not see it, or the town wants no such copies;
   *     UNSUPPORTED_TYPE when it has no PDF
   */
  public Copy of(Reader reader, long letter, long document) {
    var setting = settings.current();
    if (setting.marked() == Marked.NONE) {
      throw Refusal.notFound();
    }
    var view = correspondences.view(reader, letter);
    var piece = correspondences.piece(reader, letter, document);
    if (piece.rendition() == null && !PDF.equals(piece.mediaType())) {
      throw Refusal.of(Kind.UNSUPPORTED_TYPE, "copy.impossible");
    }
    var name = "Copie " + piece.name().replaceFirst("(?i)\\.pdf$", "") + ".pdf";
    var today = tenants.current().today(clock);
    return new Copy(
        name,
        piece.rendition() == null ? piece.sha256() : piece.rendition(),
        setting.on(view.chrono(), view.stateLabel(), today));
  }

  /**
   * Makes it, in a folder of the caller's: about a second.
   *
   * @throws Refusal UNSUPPORTED_TYPE when the PDF is encrypted, broken or asks for too much;
   *     CONFLICT when too many are being made
   */
  public Path make(Reader reader, Copy copy, Path folder) throws IOException {
    var original = store.file(reader.tenant(), copy.sha256());
    return places
        .within(() -> renderer.marked(original, copy.words(), folder))
        .orElseThrow(() -> Refusal.of(Kind.UNSUPPORTED_TYPE, "copy.impossible"));
  }
}
