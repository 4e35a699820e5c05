package fr.vaguemestre.reply;

import java.time.Instant;

/** Who has the draft open in a word processor and since when; {@code mine} for whoever asks. */
public record Editing(String login, String name, Instant since, boolean mine) {}
