package fr.vaguemestre.template;

/** Where a standard text is put. */
public enum AnswerKind {
  /** Into a draft of the reply (REP2). */
  ANSWER(10_000),
  /** Into a note, or into what is asked of colleagues (CIR6). */
  NOTE(2000);

  private final int longest;

  AnswerKind(int longest) {
    this.longest = longest;
  }

  /** How long it may be, in characters. */
  public int longest() {
    return longest;
  }
}
