package fr.vaguemestre.qualification;

/** A priority as pickers show it. */
public record PriorityLine(
    long id, long version, String code, String label, String colour, int days, int position) {}
