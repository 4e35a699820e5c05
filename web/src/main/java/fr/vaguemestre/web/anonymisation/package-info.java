/** Anonymisation: what a town wants of requests whose time has come. */
package fr.vaguemestre.web.anonymisation;
