/** Publipostage: one signed reply to many recipients, checked, launched and followed. */
package fr.vaguemestre.api.mailing;
