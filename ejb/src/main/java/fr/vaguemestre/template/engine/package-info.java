/** Modèle, fusion: checks DOCX and ODT templates and fills their {@code {{…}}} markers. */
package fr.vaguemestre.template.engine;
