/** Relation usager, vue 360: what whoever wrote a letter asked elsewhere. */
package fr.vaguemestre.web.history;
