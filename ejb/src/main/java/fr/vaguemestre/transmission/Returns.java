package fr.vaguemestre.transmission;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.IncomingFile;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Recording a return with its file, which is kept before the transaction begins. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Returns {
  @Inject Transmissions transmissions;
  @Inject Captures captures;

  /**
   * @param given the file that came back, or null
   */
  public void record(
      Reader reader, long letter, long seenVersion, ReturnWish wish, GivenFile given) {
    transmissions.comeBack(
        reader, letter, seenVersion, wish, given == null ? null : kept(reader, given));
  }

  private IncomingFile kept(Reader reader, GivenFile given) {
    var kept = captures.keep(reader, given);
    return new IncomingFile(kept.name(), kept.mediaType(), kept.size(), kept.sha256(), null);
  }
}
