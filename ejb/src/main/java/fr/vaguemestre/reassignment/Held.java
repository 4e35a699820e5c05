package fr.vaguemestre.reassignment;

import java.io.Serializable;

/**
 * What a unit or an agent holds, in numbers: told before it is closed, and while it is handed on.
 * Sensitive letters outside any circuit are handed on like the others and never counted (O4).
 *
 * @param letters open letters of the unit, or assigned to the agent
 * @param contributions contributions asked and not given
 * @param tasks tasks asked and not answered
 * @param steps visas and signatures not given
 * @param files files dropped, forwarded or given back to the agent, that are no letters yet
 * @param lines distribution lists that name it
 * @param posts posts in the unit
 * @param units units right below
 * @param templates templates of the unit
 * @param types document types that go to the unit by default
 */
public record Held(
    long letters,
    long contributions,
    long tasks,
    long steps,
    long files,
    long lines,
    long posts,
    long units,
    long templates,
    long types)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is handed on afterwards, a batch at a time. */
  public long later() {
    return letters + contributions + tasks + steps;
  }
}
