package fr.vaguemestre.basket;

/** A basket in the rail: its letters and, among them, the late ones. */
public record BasketLine(
    String code, String label, Basket.Section section, long count, long late) {}
