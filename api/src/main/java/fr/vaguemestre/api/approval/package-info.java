/** Visa: sending for validation, visas, refusals. */
package fr.vaguemestre.api.approval;
