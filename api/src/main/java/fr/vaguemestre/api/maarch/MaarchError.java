package fr.vaguemestre.api.maarch;

/** A refusal in the very words that Maarch's clients match on. */
class MaarchError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  MaarchError(int status, String words) {
    super(words, null, false, false);
    this.status = status;
  }

  static MaarchError body(String words) {
    return new MaarchError(400, "Body " + words);
  }

  int status() {
    return status;
  }
}
