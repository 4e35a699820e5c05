package fr.vaguemestre.outbox;

/** A claimed intention, on its way. {@code attempt} counts from 1. */
public record Work(int tenant, long id, Kind kind, long subject, int attempt) {}
