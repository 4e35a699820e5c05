package fr.vaguemestre.dispatch;

/**
 * A reply chosen for the post: the letter as it was seen, the registered number or null.
 *
 * @param interim it decides nothing (réponse d'attente)
 */
public record PostItem(long id, long version, String registeredNumber, boolean interim) {}
