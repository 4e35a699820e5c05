/** Surveillance: the probes, the metrics and the operators' page of the whole installation. */
package fr.vaguemestre.web.monitoring;
