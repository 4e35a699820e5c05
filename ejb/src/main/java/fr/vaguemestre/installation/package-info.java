/** Mise en service: founding a town, and the first start of an instance. */
package fr.vaguemestre.installation;
