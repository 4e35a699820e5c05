package fr.vaguemestre.acknowledgement;

import java.util.List;

/**
 * What a letter's reader sees of its standing before the law; {@code quarantine} is null when
 * nobody suspects it.
 *
 * @param decides whether this reader may put it in quarantine or give it back
 */
public record LegalPanel(
    LegalFacts facts,
    LegalSituation situation,
    List<Acknowledgement> acknowledgements,
    Quarantine.Standing quarantine,
    Stages.Stage stage,
    boolean decides) {
  public LegalPanel {
    acknowledgements = List.copyOf(acknowledgements);
  }

  /**
   * Whether silence has decided, or the person withdrew it: neither an ARE nor a request for pieces
   * leaves any more (L242-1).
   */
  public boolean over() {
    return situation.timeline().stream()
        .anyMatch(
            step ->
                step.kind() == LegalSituation.Kind.WITHDRAWN
                    || step.kind() == LegalSituation.Kind.IMPLICIT && step.past());
  }

  /** Whether it is held in quarantine. */
  public boolean held() {
    return quarantine != null && quarantine.held();
  }
}
