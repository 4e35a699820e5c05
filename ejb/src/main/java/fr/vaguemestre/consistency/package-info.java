/** Cohérence: contents compared with the rows that name them, and with their own address. */
package fr.vaguemestre.consistency;
