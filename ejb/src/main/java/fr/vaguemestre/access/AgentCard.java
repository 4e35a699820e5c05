package fr.vaguemestre.access;

import fr.vaguemestre.organisation.AgentWish;

/**
 * An agent as the administrator's form opens them: what can be changed, and the version it was read
 * at.
 */
public record AgentCard(long version, boolean hasPassword, boolean active, AgentWish agent) {}
