package fr.vaguemestre.capture;

/** A generic mailbox (O21): what comes to {@code address} goes into the basket of {@code unit}. */
public record MailboxLine(
    long id,
    long version,
    String address,
    String label,
    String unit,
    String unitLabel,
    boolean active) {}
