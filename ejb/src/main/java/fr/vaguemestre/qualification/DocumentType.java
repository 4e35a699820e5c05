package fr.vaguemestre.qualification;

import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.db.Owned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What kind of letter it is; decides delays, retention and where it goes by default. */
@Entity
@Table(name = "document_type")
public class DocumentType extends Owned {
  private String code;
  private String label;
  private String domain;
  private String family;

  @Column(name = "process_delay_days")
  private Integer processDelayDays;

  @Column(name = "process_delay_worked")
  private boolean processDelayWorked;

  @Enumerated(EnumType.STRING)
  private Regime regime = Regime.NONE;

  @Column(name = "legal_delay")
  private String legalDelay;

  @Column(name = "blocking_pieces")
  private String blockingPieces;

  @Column(name = "reminder_before_days")
  private Integer reminderBeforeDays;

  @Column(name = "reminder_after_days")
  private Integer reminderAfterDays;

  @Column(name = "acknowledged_alone")
  private boolean acknowledgedAlone;

  private String retention;

  @Enumerated(EnumType.STRING)
  @Column(name = "retention_start")
  private RetentionStart retentionStart;

  @Enumerated(EnumType.STRING)
  @Column(name = "final_disposition")
  private Disposition finalDisposition;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "default_unit_id")
  private Unit defaultUnit;

  private boolean active = true;

  protected DocumentType() {}

  DocumentType(String code) {
    this.code = code;
  }

  void describe(DocumentTypeWish wish, Unit unit) {
    this.label = wish.label();
    this.domain = wish.domain();
    this.family = wish.family();
    this.processDelayDays = wish.processDelayDays();
    this.processDelayWorked = wish.processDelayWorked();
    this.regime = wish.regime();
    this.legalDelay = wish.legalDelay();
    this.blockingPieces = wish.blockingPieces();
    this.reminderBeforeDays = wish.reminderBeforeDays();
    this.reminderAfterDays = wish.reminderAfterDays();
    this.acknowledgedAlone = wish.acknowledgedAlone();
    var kept = wish.kept();
    this.retention = kept == null ? null : kept.period();
    this.retentionStart = kept == null ? null : kept.start();
    this.finalDisposition = kept == null ? null : kept.disposition();
    this.defaultUnit = unit;
    this.active = wish.active();
  }

  TypeRules rules() {
    return new TypeRules(processDelayDays, processDelayWorked, regime, legalDelay);
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public Unit defaultUnit() {
    return defaultUnit;
  }

  public boolean active() {
    return active;
  }
}
