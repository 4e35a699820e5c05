package fr.vaguemestre.journal;

/** An agent of a town has done something: what was kept of their view is to be read again. */
public record Acted(int tenant, long agent) {}
