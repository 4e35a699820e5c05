package fr.vaguemestre.basket;

import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.LetterLine;
import java.util.List;
import java.util.Map;

/**
 * Letters of a basket in its order; {@code total} stops at {@link BasketCounters#MOST}, which
 * stands for that many or more; {@code next} is the cursor of the following page, null on the last;
 * {@code inPlaceOf} has the ids of those that are here for an absent colleague, each with the
 * colleague's name.
 */
public record BasketPage(
    String code,
    String label,
    List<BasketColumn> columns,
    Action opening,
    long total,
    List<LetterLine> items,
    Map<Long, String> inPlaceOf,
    String next) {}
