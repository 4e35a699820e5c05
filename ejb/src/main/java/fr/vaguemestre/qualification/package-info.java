/** Qualification, typologie: document types and priorities, and what they decide. */
package fr.vaguemestre.qualification;
