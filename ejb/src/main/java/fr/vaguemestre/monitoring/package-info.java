/**
 * Surveillance: whether this server does its work, told to load balancers, to collectors of metrics
 * and to operators. Numbers and times of the whole installation, nothing of a letter or an agent.
 */
package fr.vaguemestre.monitoring;
