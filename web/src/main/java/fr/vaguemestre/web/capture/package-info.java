/** Enregistrement: dropped files, their viewer and the registration form. */
package fr.vaguemestre.web.capture;
