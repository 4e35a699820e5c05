package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.delay.DelayAnswer;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.tenant.Tenant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What each mention says for one letter. The law is in French, and so is what it asks for. */
record MentionWriter(Tenant town, LegalFacts facts, DelayAnswer dates) {
  /** Those an acknowledgement of that kind owes for the letter, on paper or not. */
  Mentions of(AcknowledgementKind kind, Correspondence letter, boolean paper) {
    var unit = letter.unit();
    var said = ofRequest();
    put(said, Mention.RECEIVED_ON, FrenchDates.day(facts.received()));
    put(said, Mention.SERVICE, unit.label());
    var postal = unit.address() != null ? unit.address() : town.address();
    var mail = unit.email() != null ? unit.email() : town.email();
    put(said, Mention.ADDRESS, paper || mail == null ? oneLine(postal) : mail);
    put(said, Mention.PHONE, unit.phone() != null ? unit.phone() : town.phone());
    put(said, Mention.TRANSFERRED_TO, facts.transferredTo());
    if (facts.transferredOn() != null) {
      put(said, Mention.TRANSFERRED_ON, FrenchDates.day(facts.transferredOn()));
    }
    return new Mentions(Mention.owed(kind, facts.regime(), facts.piecesAwaited()), said);
  }

  /** Those about silence and the pieces it waits for. */
  Map<Mention, String> ofRequest() {
    var said = new EnumMap<Mention, String>(Mention.class);
    silence(said);
    pieces(said);
    return said;
  }

  private void silence(Map<Mention, String> said) {
    if (facts.regime() == Regime.NONE) {
      return;
    }
    boolean accepts = facts.regime() == Regime.SVA;
    put(
        said,
        Mention.REGIME,
        accepts
            ? "En l’absence de réponse, votre demande sera réputée acceptée (silence vaut acceptation)."
            : "En l’absence de réponse, votre demande sera réputée rejetée (silence vaut rejet).");
    if (dates.implicit() != null) {
      put(said, Mention.IMPLICIT_ON, FrenchDates.day(dates.implicit().date()));
    }
    if (accepts) {
      put(
          said,
          Mention.ATTESTATION,
          "Vous pourrez alors demander au service une attestation de cette décision (article L232-3).");
    } else if (dates.appeal() != null) {
      put(
          said,
          Mention.APPEAL,
          "Vous pourrez alors, jusqu’au "
              + FrenchDates.day(dates.appeal().date())
              + ", former un recours gracieux auprès de "
              + town.name()
              + " ou saisir le tribunal administratif, au besoin par www.telerecours.fr.");
    }
  }

  private void pieces(Map<Mention, String> said) {
    if (!facts.piecesAwaited()) {
      return;
    }
    put(
        said,
        Mention.PIECES,
        facts.pieces().standing().list().stream()
            .map(piece -> "- " + piece)
            .collect(Collectors.joining("\n")));
    if (facts.piecesDueOn() != null) {
      put(said, Mention.PIECES_DEADLINE, FrenchDates.day(facts.piecesDueOn()));
    }
    put(
        said,
        Mention.PIECES_EFFECT,
        switch (facts.regime()) {
          case SVA ->
              "Le délai au terme duquel votre demande sera réputée acceptée ne court qu’à compter de la réception de toutes ces pièces.";
          case SVR ->
              "Le délai au terme duquel votre demande sera réputée rejetée est suspendu jusqu’à la réception de ces pièces, et au plus tard jusqu’à cette date.";
          case NONE -> "Votre demande sera examinée à la réception de ces pièces.";
        });
  }

  private static void put(Map<Mention, String> said, Mention mention, String value) {
    if (value != null) {
      said.put(mention, value);
    }
  }

  private static String oneLine(String address) {
    return address == null ? null : address.strip().replaceAll("\\s*\\R\\s*", ", ");
  }
}
