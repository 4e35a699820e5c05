package fr.vaguemestre.outbox;

/**
 * One feature's way to carry out one kind of intention. Called outside any transaction, with the
 * town set.
 */
public interface Worker {
  Kind kind();

  /**
   * Reads again, does the work, writes. Must bear being called twice for the same subject.
   *
   * @throws Hopeless when trying again cannot help: the intention goes to the dead letters at once
   * @throws Exception anything else: tried again later, at most {@link Outbox#ATTEMPTS} times
   */
  void carryOut(Work work) throws Exception;

  /** Trying again cannot help. */
  class Hopeless extends Exception {
    private static final long serialVersionUID = 1L;

    public Hopeless(String reason) {
      super(reason);
    }
  }
}
