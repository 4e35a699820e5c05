package fr.vaguemestre.organisation;

/** Who sits in a unit, as what; {@code main} when it is their main post. */
public record Seat(String login, String name, Function function, boolean main, boolean active) {}
