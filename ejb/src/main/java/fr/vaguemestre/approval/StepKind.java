package fr.vaguemestre.approval;

/** What a step of the chain asks for. */
public enum StepKind {
  VISA,
  SIGNATURE
}
