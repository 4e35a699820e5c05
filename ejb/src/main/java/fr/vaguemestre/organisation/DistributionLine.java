package fr.vaguemestre.organisation;

/**
 * A line of a distribution list: {@code code} is a login, or a unit's code when {@code unit} is
 * true.
 */
public record DistributionLine(Role role, boolean unit, String code, String label) {
  /** What one receives it for. */
  public enum Role {
    ASSIGNEE,
    COPY
  }
}
