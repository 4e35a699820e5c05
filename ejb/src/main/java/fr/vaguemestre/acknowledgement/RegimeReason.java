package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.delay.Regime;
import java.util.Set;

/**
 * Why silence means what it means for a request, in the order in which the reasons are looked at:
 * the first that holds decides (CRPA L231-1 to L231-6).
 */
public enum RegimeReason {
  /** A special text, which the document type tells (L231-5, L231-6). */
  TEXT,
  /** A complaint, an administrative appeal, or no procedure that a text lays down (L231-4, 2°). */
  NO_PROCEDURE,
  /** L231-4, 3°. */
  FINANCIAL,
  /** L231-4, 1°. */
  NOT_INDIVIDUAL,
  /** From the administration's own staff (L231-4, 5°). */
  OWN_STAFF,
  /** In the lists of exceptions (L231-4, 4°; L231-5). */
  LISTED,
  /** Nothing of the above: silence accepts (L231-1). */
  PRINCIPLE,
  /** Asks for information: acknowledged, no decision is expected. */
  INFORMATION;

  /** The first of those that hold; the principle when none does. */
  public static RegimeReason first(Set<RegimeReason> holding) {
    return holding.stream().sorted().findFirst().orElse(PRINCIPLE);
  }

  /**
   * What silence means for this reason.
   *
   * @param ofType what the document type says
   */
  public Regime regime(Regime ofType) {
    return switch (this) {
      case TEXT -> ofType;
      case LISTED -> ofType == Regime.SVA ? Regime.SVA : Regime.SVR;
      case PRINCIPLE -> Regime.SVA;
      case INFORMATION -> Regime.NONE;
      case NO_PROCEDURE, FINANCIAL, NOT_INDIVIDUAL, OWN_STAFF -> Regime.SVR;
    };
  }
}
