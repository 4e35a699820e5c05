package fr.vaguemestre.access;

/** Who calls, and what they see and do now: looked up once, carried by the request. */
record Caller(AgentPrincipal principal, Reader reader) {}
