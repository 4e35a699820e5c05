package fr.vaguemestre.approval;

/** A step of a chain: for what, and whose (row of the agent). */
record Turn(StepKind kind, long agent) {}
