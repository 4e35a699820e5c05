package fr.vaguemestre.maarch;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.PaperSignatures;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Scans of replies signed by hand that a capture tool finds again by the number of the letter in
 * their bar code: the scan becomes the signed version (O15). For agents who may attach it; a
 * machine account may on no letter.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciliations {
  @Inject MaarchLetters letters;
  @Inject CorrespondenceActions actions;
  @Inject PaperSignatures papers;

  /**
   * The letter of this number whose reply waits for its scan.
   *
   * @throws Refusal NOT_FOUND when there is none to which this reader may attach it
   */
  public long waiting(Reader reader, String chrono) {
    return letters.ofChronos(reader, List.of(chrono)).stream()
        .filter(letter -> actions.offers(reader, letter, Action.ATTACH_SIGNED))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Attaches the scan; returns the letter's id. The same again is refused: nothing waits any more.
   *
   * @param scan a PDF
   * @throws Refusal NOT_FOUND as {@link #waiting}, on {@code file} as {@link
   *     PaperSignatures#attach}
   */
  public long attach(Reader reader, String chrono, GivenFile scan, Origin origin) {
    long letter = waiting(reader, chrono);
    papers.attach(reader, letter, letters.version(reader, letter), scan, origin);
    return letter;
  }
}
