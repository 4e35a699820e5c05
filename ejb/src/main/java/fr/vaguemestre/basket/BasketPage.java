package fr.vaguemestre.basket;

import fr.vaguemestre.correspondence.LetterLine;
import java.util.List;

/**
 * Letters of a basket, soonest deadline first; {@code next} is the cursor of the following page,
 * null on the last.
 */
public record BasketPage(
    String code, String label, long total, List<LetterLine> items, String next) {}
