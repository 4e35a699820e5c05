/** Qualification, typologie: document types and priorities, for programs. */
package fr.vaguemestre.api.qualification;
