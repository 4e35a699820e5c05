package fr.vaguemestre.submission;

/** What people add to what they sent. */
public enum AdditionKind {
  MESSAGE("ADD_MESSAGE"),
  PIECES("ADD_PIECES"),
  WITHDRAWAL("WITHDRAW_SUBMISSION");

  private final String journalled;

  AdditionKind(String journalled) {
    this.journalled = journalled;
  }

  String journalled() {
    return journalled;
  }
}
