/** Habilitations: who calls, and the tokens programs call with. */
package fr.vaguemestre.api.access;
