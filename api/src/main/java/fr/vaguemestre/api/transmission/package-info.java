/** Transmission: handing documents outside, recording returns, reading both. */
package fr.vaguemestre.api.transmission;
