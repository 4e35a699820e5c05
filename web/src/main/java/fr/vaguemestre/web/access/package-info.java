/** Habilitations: agents, groups of rights, one's own account, and the administration's menu. */
package fr.vaguemestre.web.access;
