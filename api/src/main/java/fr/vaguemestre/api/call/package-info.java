/** Appels des applications: looked at before anything is read, noted after they are answered. */
package fr.vaguemestre.api.call;
