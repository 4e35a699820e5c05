/** Copie conforme: consultation copies that say on every page what they are of. */
package fr.vaguemestre.copy;
