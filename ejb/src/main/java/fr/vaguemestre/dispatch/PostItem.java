package fr.vaguemestre.dispatch;

/** A reply chosen for the post: the letter as it was seen, the registered number or null. */
public record PostItem(long id, long version, String registeredNumber) {}
