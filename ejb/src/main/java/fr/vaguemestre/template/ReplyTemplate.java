package fr.vaguemestre.template;

import fr.vaguemestre.platform.db.Owned;
import fr.vaguemestre.template.engine.MailText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * A template with markers, DOCX or ODT of a letter, HTML of an e-mail; of one unit, or generic when
 * it has none (O18).
 */
@Entity
@Table(name = "reply_template")
public class ReplyTemplate extends Owned {
  private String code;
  private String label;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "file_name")
  private String fileName;

  private String sha256;

  @Column(name = "unit_id")
  private Long unit;

  private boolean active = true;

  protected ReplyTemplate() {}

  ReplyTemplate(String code) {
    this.code = code;
  }

  void describe(String name, Long of, boolean usable) {
    this.label = name;
    this.unit = of;
    this.active = usable;
  }

  void hold(String name, String type, String address) {
    this.fileName = name;
    this.mediaType = type;
    this.sha256 = address;
  }

  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Of an e-mail, not of a letter. */
  public boolean mail() {
    return MailText.MEDIA_TYPE.equals(mediaType);
  }

  public String fileName() {
    return fileName;
  }

  public String sha256() {
    return sha256;
  }

  public Long unit() {
    return unit;
  }
}
