package fr.vaguemestre.tenant;

/** A town has left this instance: whoever keeps something of it in memory forgets it. */
public record TenantGone(int tenant) {}
