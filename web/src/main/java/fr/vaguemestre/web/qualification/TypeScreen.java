package fr.vaguemestre.web.qualification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.DocumentTypeWish;
import fr.vaguemestre.qualification.PastRules;
import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** admin/type.xhtml: {@code code} of the type, none for a new one. */
@Named
@ViewScoped
public class TypeScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Typology typology;
  @Inject Addressees addressees;
  @Inject CurrentReader reader;
  @Inject Told told;
  private long version = Seen.NOTHING;
  private String code;
  private String label;
  private String domain;
  private String family;
  private Integer processDelayDays;
  private boolean processDelayWorked;
  private Regime regime = Regime.NONE;
  private String legalDelay;
  private String blockingPieces;
  private Integer reminderBeforeDays;
  private Integer reminderAfterDays;
  private boolean acknowledgedAlone;
  private String retention;
  private RetentionStart retentionStart;
  private Disposition finalDisposition;
  private String defaultUnit;
  private boolean active = true;
  private LocalDate since;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_TYPES);
    var wanted = request.getParameter("code");
    if (wanted == null) {
      return;
    }
    var type =
        typology.types().stream()
            .filter(t -> t.code().equals(wanted))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    version = type.version();
    code = type.code();
    label = type.label();
    domain = type.domain();
    family = type.family();
    processDelayDays = type.processDelayDays();
    processDelayWorked = type.processDelayWorked();
    regime = type.regime();
    legalDelay = type.legalDelay();
    blockingPieces = type.blockingPieces();
    reminderBeforeDays = type.reminderBeforeDays();
    reminderAfterDays = type.reminderAfterDays();
    acknowledgedAlone = type.acknowledgedAlone();
    retention = type.retention();
    retentionStart = type.retentionStart();
    finalDisposition = type.finalDisposition();
    defaultUnit = type.defaultUnit() == null ? null : addressees.unitName(type.defaultUnit());
    active = type.active();
  }

  public String save() {
    typology.saveType(
        reader.get(),
        new DocumentTypeWish(
            code,
            label,
            domain,
            family,
            processDelayDays,
            processDelayWorked,
            regime,
            legalDelay,
            blockingPieces,
            reminderBeforeDays,
            reminderAfterDays,
            acknowledgedAlone,
            retention,
            retentionStart,
            finalDisposition,
            addressees.unit("defaultUnit", defaultUnit),
            active),
        version,
        since);
    told.done("qualification.type.saved", label);
    return "/admin/types.xhtml?faces-redirect=true";
  }

  /** What the type decided earlier, and until when. */
  public List<PastRules.Past> getPast() {
    return isNew() ? List.of() : typology.pastRules(code);
  }

  public LocalDate getSince() {
    return since;
  }

  public void setSince(LocalDate since) {
    this.since = since;
  }

  public Regime[] getRegimes() {
    return Regime.values();
  }

  public boolean isNew() {
    return version == Seen.NOTHING;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getDomain() {
    return domain;
  }

  public void setDomain(String domain) {
    this.domain = domain;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public Integer getProcessDelayDays() {
    return processDelayDays;
  }

  public void setProcessDelayDays(Integer processDelayDays) {
    this.processDelayDays = processDelayDays;
  }

  public boolean isProcessDelayWorked() {
    return processDelayWorked;
  }

  public void setProcessDelayWorked(boolean processDelayWorked) {
    this.processDelayWorked = processDelayWorked;
  }

  public String getBlockingPieces() {
    return blockingPieces;
  }

  public void setBlockingPieces(String blockingPieces) {
    this.blockingPieces = blockingPieces;
  }

  public Regime getRegime() {
    return regime;
  }

  public void setRegime(Regime regime) {
    this.regime = regime;
  }

  public String getLegalDelay() {
    return legalDelay;
  }

  public void setLegalDelay(String legalDelay) {
    this.legalDelay = legalDelay;
  }

  public Integer getReminderBeforeDays() {
    return reminderBeforeDays;
  }

  public void setReminderBeforeDays(Integer reminderBeforeDays) {
    this.reminderBeforeDays = reminderBeforeDays;
  }

  public Integer getReminderAfterDays() {
    return reminderAfterDays;
  }

  public void setReminderAfterDays(Integer reminderAfterDays) {
    this.reminderAfterDays = reminderAfterDays;
  }

  public boolean isAcknowledgedAlone() {
    return acknowledgedAlone;
  }

  public void setAcknowledgedAlone(boolean acknowledgedAlone) {
    this.acknowledgedAlone = acknowledgedAlone;
  }

  public String getRetention() {
    return retention;
  }

  public void setRetention(String retention) {
    this.retention = retention;
  }

  public RetentionStart[] getStarts() {
    return RetentionStart.values();
  }

  public RetentionStart getRetentionStart() {
    return retentionStart;
  }

  public void setRetentionStart(RetentionStart retentionStart) {
    this.retentionStart = retentionStart;
  }

  public Disposition[] getDispositions() {
    return Disposition.values();
  }

  public Disposition getFinalDisposition() {
    return finalDisposition;
  }

  public void setFinalDisposition(Disposition finalDisposition) {
    this.finalDisposition = finalDisposition;
  }

  public String getDefaultUnit() {
    return defaultUnit;
  }

  public void setDefaultUnit(String defaultUnit) {
    this.defaultUnit = defaultUnit;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }
}
