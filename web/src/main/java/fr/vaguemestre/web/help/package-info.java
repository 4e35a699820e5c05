/** Aide: the pages people learn from, by role, and whom they turn to. */
package fr.vaguemestre.web.help;
