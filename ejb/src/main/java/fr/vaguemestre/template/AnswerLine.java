package fr.vaguemestre.template;

/**
 * A standard answer, or a note template; {@code unit} and {@code unitLabel} are null for the whole
 * town, {@code changeable} is this reader's (O18).
 */
public record AnswerLine(
    long id,
    long version,
    AnswerKind kind,
    String unit,
    String unitLabel,
    String title,
    String keywords,
    String body,
    boolean active,
    boolean changeable) {

  public AnswerLine saying(String text) {
    return new AnswerLine(
        id, version, kind, unit, unitLabel, title, keywords, text, active, changeable);
  }
}
