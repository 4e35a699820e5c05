package fr.vaguemestre.template;

/**
 * A template as pickers and the administration list show it; {@code unit} is a code, null for a
 * generic one.
 */
public record TemplateLine(
    long id,
    long version,
    String code,
    String label,
    String fileName,
    String mediaType,
    String unit,
    String unitLabel,
    boolean active) {}
