package fr.vaguemestre.circuit;

import java.io.Serializable;
import java.util.List;

/**
 * Where a letter stands, in the agents' words and in the citizen's.
 *
 * @param tone the colour by meaning, one of {@link #TONES}
 * @param icon one of {@link #ICONS}; empty for none
 * @param closed whether nothing more is expected: the letter is done
 */
public record State(
    String code,
    String label,
    String citizenLabel,
    String tone,
    String icon,
    boolean initial,
    boolean closed,
    boolean inCircuit)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final List<String> TONES = List.of("plain", "info", "soon", "late", "done");

  public static final List<String> ICONS =
      List.of(
          "inbox",
          "envelope",
          "pen",
          "stamp",
          "signature",
          "send",
          "clock",
          "eye",
          "lock",
          "opinion",
          "users",
          "folder",
          "check-circle",
          "warn");
}
