/** Réaffectation: closing a unit or an agent, with what it hands on. */
package fr.vaguemestre.web.reassignment;
