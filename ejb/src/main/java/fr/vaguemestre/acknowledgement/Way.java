package fr.vaguemestre.acknowledgement;

/** How an acknowledgement reaches the person. */
public enum Way {
  /** In the answer to the program that brought the submission, and nowhere else. */
  ANSWER(Delivery.SENT),
  EMAIL(Delivery.QUEUED),
  POST(Delivery.TO_POST);

  private final Delivery first;

  Way(Delivery first) {
    this.first = first;
  }

  /** How it stands as soon as it is given. */
  Delivery first() {
    return first;
  }
}
