package fr.vaguemestre.circuit;

/**
 * Where a letter stands, in the agents' words and in the citizen's.
 *
 * @param tone the colour by meaning: {@code info}, {@code soon}, {@code done} or {@code plain}
 */
public record State(
    String code,
    String label,
    String citizenLabel,
    String tone,
    boolean initial,
    boolean closed,
    boolean inCircuit) {}
