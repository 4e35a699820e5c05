package fr.vaguemestre.task;

/** The file given with an answer, in the content store; size in bytes. */
public record TaskFile(String name, String mediaType, String sha256, long size) {}
