/** Traitement de nuit: the jobs of a town, started, stopped and watched by operators' programs. */
package fr.vaguemestre.api.jobs;
