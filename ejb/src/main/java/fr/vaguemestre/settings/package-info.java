/** Paramètres: every setting of the product, documented in one enum. */
package fr.vaguemestre.settings;
