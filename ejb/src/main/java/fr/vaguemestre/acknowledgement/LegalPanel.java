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

  /** Whether it is held in quarantine. */
  public boolean held() {
    return quarantine != null && quarantine.held();
  }
}
