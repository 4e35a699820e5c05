package fr.vaguemestre.evidence;

import fr.vaguemestre.journal.SealedEntry;
import fr.vaguemestre.tenant.Tenant;
import java.time.Instant;
import java.util.List;

/**
 * A letter's whole journal, as of a moment.
 *
 * @param letter id
 * @param by id of the agent who takes it out
 */
record Export(
    Tenant town,
    long letter,
    String chrono,
    String subject,
    long by,
    String byName,
    Instant at,
    List<SealedEntry> entries) {}
