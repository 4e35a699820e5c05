/** Réaffectation: closing a unit or an agent, and handing on what they hold. */
package fr.vaguemestre.reassignment;
