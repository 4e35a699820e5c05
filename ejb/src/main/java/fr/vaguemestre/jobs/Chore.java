package fr.vaguemestre.jobs;

import java.util.List;

/**
 * What one step of a job does, item by item; a feature's own. An item is known by a key, and keys
 * have an order in which they are read: by pages from the last one, never by counting. Called with
 * the town set, in the transaction of the chunk.
 */
public interface Chore {
  /** The step's id in the XML of its job. */
  String step();

  /** How many items there are, about. */
  long size();

  /**
   * The next keys, at most 600 characters each.
   *
   * @param key the last one, null at the start
   */
  List<String> after(String key, int most);

  /**
   * Carries the items out, or throws: then they are tried one by one, and the one that throws again
   * is skipped. Must bear being called twice for the same key.
   */
  void carryOut(List<String> keys, Findings findings);

  /**
   * Of these items those that operators are told of: the others are carried out and not counted.
   */
  default List<String> told(List<String> keys) {
    return keys;
  }

  /** What people should know of. */
  interface Findings {
    /**
     * @param item ids and addresses only: nothing of what a letter says
     * @param reason a key, after {@code jobs.found.} in the messages
     */
    void found(String item, String reason);
  }
}
