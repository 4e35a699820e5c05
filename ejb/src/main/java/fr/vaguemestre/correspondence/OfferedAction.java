package fr.vaguemestre.correspondence;

import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Transition;

/**
 * An action a reader may do now: its label, how it is to be shown, the code of the state it leads
 * to; {@code inPlaceOf} names the absent colleague in whose place it would be done, null for none.
 */
public record OfferedAction(
    Action action,
    String label,
    Transition.Prominence prominence,
    String leadsTo,
    String inPlaceOf) {}
