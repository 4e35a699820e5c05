/** Transmission: handing documents outside, what comes back. */
package fr.vaguemestre.web.transmission;
