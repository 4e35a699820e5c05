package fr.vaguemestre.organisation;

/** A unit as lists and pickers show it; {@code depth} counts from the town, 0. */
public record UnitLine(
    long id,
    long version,
    String code,
    String label,
    String shortLabel,
    UnitKind kind,
    Long parent,
    int depth,
    String email,
    String phone,
    String address) {}
