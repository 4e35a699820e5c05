package fr.vaguemestre.capture;

import java.io.InputStream;

/**
 * A file on its way in: the name the sender gave (only ever shown, never used as a path) and its
 * bytes, read once.
 */
public record GivenFile(String name, InputStream bytes) {}
