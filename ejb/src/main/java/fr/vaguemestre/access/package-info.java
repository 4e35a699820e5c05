/**
 * Habilitations: who is who, who may see what (Visibility), who may do what (Right), and how one
 * logs in.
 */
package fr.vaguemestre.access;
