package fr.vaguemestre.organisation;

import java.util.List;

/** Some agents of a longer list; {@code total} counts them all. */
public record AgentPage(List<AgentLine> lines, long total) {}
