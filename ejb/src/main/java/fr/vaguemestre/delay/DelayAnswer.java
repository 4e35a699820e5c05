package fr.vaguemestre.delay;

/**
 * The dates of a request; null for what does not apply.
 *
 * @param aee accusé d'enregistrement électronique, at the latest
 * @param are accusé de réception électronique, at the latest
 * @param implicit the day at the end of which silence is a decision
 * @param appeal the last day of the contentious appeal
 */
public record DelayAnswer(DelayDate aee, DelayDate are, DelayDate implicit, DelayDate appeal) {}
