/** Traitement de nuit: the operator's list of jobs, and the runs and hours of one. */
package fr.vaguemestre.web.jobs;
