package fr.vaguemestre.acknowledgement;

import java.time.LocalDate;

/**
 * A town's own text.
 *
 * @param unit code, with its label; null for the whole town
 * @param changeable whether this reader keeps it
 * @param ahead it is for no letter yet: it can be removed
 */
public record TextLine(
    long id,
    AcknowledgementKind kind,
    boolean paper,
    String unit,
    String unitLabel,
    LocalDate since,
    String body,
    boolean changeable,
    boolean ahead) {}
