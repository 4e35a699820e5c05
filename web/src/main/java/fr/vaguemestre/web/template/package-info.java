/** Modèle: the list of models of letters, their check and their download. */
package fr.vaguemestre.web.template;
