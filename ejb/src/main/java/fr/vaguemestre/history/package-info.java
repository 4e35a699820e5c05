/**
 * Relation usager, vue 360: what people asked elsewhere and what they were told of it, by the
 * applications that follow it.
 */
package fr.vaguemestre.history;
