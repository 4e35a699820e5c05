package fr.vaguemestre.qualification;

/** A document type as pickers and the administration list show it. */
public record DocumentTypeLine(
    long id,
    long version,
    String code,
    String label,
    String domain,
    String family,
    Integer processDelayDays,
    Regime regime,
    String legalDelay,
    Integer reminderBeforeDays,
    Integer reminderAfterDays,
    String retention,
    String finalDisposition,
    String defaultUnit,
    boolean active) {}
