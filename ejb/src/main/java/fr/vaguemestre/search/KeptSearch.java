package fr.vaguemestre.search;

/**
 * A search that somebody keeps. {@code unit} and {@code unitLabel} name the unit it is shared with,
 * null for none; {@code changeable}: this reader may take it away.
 */
public record KeptSearch(
    long id,
    String name,
    Asked asked,
    String owner,
    boolean own,
    String unit,
    String unitLabel,
    boolean changeable) {}
