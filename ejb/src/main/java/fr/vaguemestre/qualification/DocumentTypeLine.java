package fr.vaguemestre.qualification;

import fr.vaguemestre.delay.Regime;

/** A document type as pickers and the administration list show it. */
public record DocumentTypeLine(
    long id,
    long version,
    String code,
    String label,
    String domain,
    String family,
    Integer processDelayDays,
    boolean processDelayWorked,
    Regime regime,
    String legalDelay,
    String blockingPieces,
    Integer reminderBeforeDays,
    Integer reminderAfterDays,
    boolean acknowledgedAlone,
    String retention,
    RetentionStart retentionStart,
    Disposition finalDisposition,
    String defaultUnit,
    boolean active) {}
