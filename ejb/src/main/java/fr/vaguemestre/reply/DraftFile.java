package fr.vaguemestre.reply;

/** The file of a version, already in the content store; size in bytes. */
public record DraftFile(String name, String mediaType, String sha256, long size) {}
