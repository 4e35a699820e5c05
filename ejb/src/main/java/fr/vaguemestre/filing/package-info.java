/** Classement: tags on letters, letters followed and letters read, by each agent. */
package fr.vaguemestre.filing;
