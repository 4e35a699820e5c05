/** Publipostage: recipients chosen, how far it is, what is printed. */
package fr.vaguemestre.web.mailing;
