/** Appels des applications: how many, what was refused, each call of one of them. */
package fr.vaguemestre.web.call;
