package fr.vaguemestre.correspondence;

/** Which way a correspondence goes; its letter stands in the chrono number. */
public enum Category {
  INCOMING("A"),
  OUTGOING("D"),
  INTERNAL("I");

  private final String letter;

  Category(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }
}
