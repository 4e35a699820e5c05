package fr.vaguemestre.approval;

import java.util.List;

/**
 * A chain kept to be used again: an agent's own, or predefined for a unit or a type (codes; both
 * null for one's own). Changed, it is another one, under another number.
 */
public record ChainModel(
    long id,
    String label,
    String unit,
    String unitLabel,
    String type,
    String typeLabel,
    List<StepWish> steps) {
  public boolean own() {
    return unit == null && type == null;
  }
}
