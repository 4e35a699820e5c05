/** Publipostage: one signed reply to many recipients. */
package fr.vaguemestre.mailing;
