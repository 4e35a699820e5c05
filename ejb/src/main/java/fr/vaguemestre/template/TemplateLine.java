package fr.vaguemestre.template;

import fr.vaguemestre.template.engine.MailText;

/**
 * A template as pickers and the administration list show it; {@code unit} is a code, null for a
 * generic one.
 */
public record TemplateLine(
    long id,
    long version,
    String code,
    String label,
    String fileName,
    String mediaType,
    String unit,
    String unitLabel,
    boolean active) {
  /** Of an e-mail, not of a letter. */
  public boolean mail() {
    return MailText.MEDIA_TYPE.equals(mediaType);
  }
}
