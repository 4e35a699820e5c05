/** Interface de programmation: the root of the REST and SOAP interfaces, served under /api. */
package fr.vaguemestre.api;
