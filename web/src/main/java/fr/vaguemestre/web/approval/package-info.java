/** Visa: the chain proposed, followed and ended. */
package fr.vaguemestre.web.approval;
