package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondence;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Giving a letter an acknowledgement whose text is ready, under the next number of its kind. */
@Stateless
public class Leaving {
  private static final Map<AcknowledgementKind, String> SUBJECTS =
      Map.of(
          AcknowledgementKind.AEE, "Accusé d’enregistrement",
          AcknowledgementKind.ARE, "Accusé de réception de votre demande",
          AcknowledgementKind.PIECES, "Pièces à fournir",
          AcknowledgementKind.TRANSFER, "Transmission de votre demande",
          AcknowledgementKind.ATTESTATION, "Attestation de décision implicite d’acceptation");

  @Inject Acknowledgements acknowledgements;
  @Inject LegalBook book;
  @Inject Clock clock;

  /**
   * Gives it; its mentions and its recipient have been checked. What an ARE tells of silence holds.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void leave(Reader by, Correspondence letter, Draft draft) {
    var kind = draft.kind();
    int before =
        (int) acknowledgements.given(letter.id()).stream().filter(a -> a.kind() == kind).count();
    acknowledgements.give(
        by,
        new Acknowledgements.Departure(
            letter.id(),
            kind,
            kind + "-" + letter.chrono() + (before == 0 ? "" : "-" + (before + 1)),
            draft.way(),
            draft.recipient(),
            SUBJECTS.get(kind) + " : " + cut(letter.subject()),
            draft.text(),
            kind == AcknowledgementKind.ARE ? book.recorded(letter).regime() : null,
            clock.instant()));
    if (kind == AcknowledgementKind.ARE) {
      book.settle(letter, Settled.ARE);
    }
  }

  private static String cut(String subject) {
    var line = subject.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= 300 ? line : line.substring(0, 299) + "…";
  }
}
