package fr.vaguemestre.contact;

/** A contact as pickers show it; {@code exchanges} counts the letters the reader may see. */
public record ContactLine(
    long id, ContactKind kind, String name, String email, String city, long exchanges) {}
