package fr.vaguemestre.basket;

/**
 * A basket in the rail: its letters and, among them, the late ones. Both stop at {@link
 * BasketCounters#MOST}, which stands for that many or more.
 */
public record BasketLine(
    String code,
    String label,
    Basket.Section section,
    BasketColour colour,
    long count,
    long late) {}
