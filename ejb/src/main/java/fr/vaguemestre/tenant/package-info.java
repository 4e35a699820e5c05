/** Collectivité: the towns on this instance and their settings. */
package fr.vaguemestre.tenant;
