package fr.vaguemestre.signing;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The fallback with a handwritten signature (O15): the reply is printed, signed on paper, scanned,
 * and attached as the signed version by whoever answers the letter (O16).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaperSignatures {
  @Inject Captures captures;
  @Inject SignatureRecords records;

  /**
   * @param scan a PDF
   * @throws Refusal on {@code file} when it is of another kind, or the reply as it was printed
   */
  public void attach(Reader reader, long letter, long seenVersion, GivenFile scan, Origin origin) {
    var kept = captures.keep(reader, scan);
    if (!"application/pdf".equals(kept.mediaType())) {
      throw Refusal.field("file", "signing.scan-not-pdf", kept.name());
    }
    records.attach(reader, letter, seenVersion, kept.sha256(), origin);
  }
}
