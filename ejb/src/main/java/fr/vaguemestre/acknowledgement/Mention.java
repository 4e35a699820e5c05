package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.delay.Regime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an acknowledgement owes to whoever it is for; each is a marker of its text. */
public enum Mention {
  /** R112-11-1, 1°. */
  RECEIVED_ON("date_reception"),
  /** R112-11-1, 2°: the service in charge. */
  SERVICE("service"),
  /** R112-11-1, 2°: its e-mail or postal address; postal on paper (R112-5). */
  ADDRESS("adresse"),
  /** R112-11-1, 2°. */
  PHONE("telephone"),
  /** R112-11-1: what silence means. */
  REGIME("silence"),
  /** R112-11-1: the date of the implicit decision, subject to the request being complete. */
  IMPLICIT_ON("date_implicite"),
  /** L232-3: under SVA, an attestation can be asked for. */
  ATTESTATION("attestation"),
  /** R112-11-1: under SVR, how and by when to appeal. */
  APPEAL("recours"),
  /** R112-11-4: the missing items. */
  PIECES("pieces"),
  /** R112-11-4: by when. */
  PIECES_DEADLINE("delai_pieces"),
  /** R112-11-4: what that does to the implicit decision. */
  PIECES_EFFECT("effet_pieces"),
  /** L114-2. */
  TRANSFERRED_TO("administration_competente"),
  /** L114-2. */
  TRANSFERRED_ON("date_transmission");

  private final String marker;

  Mention(String marker) {
    this.marker = marker;
  }

  public String marker() {
    return marker;
  }

  /** The refusal that names it when it is missing. */
  public String missing() {
    return "acknowledgement.missing-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All that one of that kind may owe, whatever the request. */
  static Set<Mention> owedAtMost(AcknowledgementKind kind) {
    var all = EnumSet.noneOf(Mention.class);
    for (var regime : Regime.values()) {
      all.addAll(owed(kind, regime, true));
      all.addAll(owed(kind, regime, false));
    }
    return all;
  }

  /** The mentions owed in a request of this regime, some of whose pieces may be awaited. */
  static Set<Mention> owed(AcknowledgementKind kind, Regime regime, boolean piecesAwaited) {
    var owed =
        switch (kind) {
          case AEE -> EnumSet.of(RECEIVED_ON);
          case ARE -> EnumSet.of(RECEIVED_ON, SERVICE, ADDRESS, PHONE);
          case PIECES -> EnumSet.of(SERVICE, ADDRESS, PHONE);
          case TRANSFER -> EnumSet.of(RECEIVED_ON, TRANSFERRED_TO, TRANSFERRED_ON);
          case ATTESTATION -> EnumSet.of(RECEIVED_ON, SERVICE, IMPLICIT_ON);
        };
    if (kind == AcknowledgementKind.ARE && regime != Regime.NONE) {
      owed.add(REGIME);
      owed.add(regime == Regime.SVA ? ATTESTATION : APPEAL);
      if (regime == Regime.SVR || !piecesAwaited) {
        owed.add(IMPLICIT_ON);
      }
    }
    if (kind == AcknowledgementKind.PIECES || kind == AcknowledgementKind.ARE && piecesAwaited) {
      owed.addAll(EnumSet.of(PIECES, PIECES_DEADLINE, PIECES_EFFECT));
    }
    return owed;
  }
}
