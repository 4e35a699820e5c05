package fr.vaguemestre.anonymisation;

import java.util.List;

/**
 * What one feature keeps of people. Every column of text of the schema is in one feature's holdings
 * or among those that hold nothing of people: {@code PersonalDataTest} looks, and makes {@code
 * docs/admin/personal-data.md}. Beans found by {@link Erasures}, in no order.
 */
public interface PersonalData {
  /** What is kept and what becomes of it: constant, known without a server. */
  List<Holding> holdings();

  /**
   * What statements made from the holdings cannot do. Called before them, in the same transaction,
   * with the letters locked; must bear being called again for the same letters.
   *
   * @param letters ids of letters of this town, a few thousand at most: a few statements for all,
   *     never one each
   * @return what is left to do once the holdings are cleared
   */
  default Runnable erase(Purpose purpose, List<Long> letters) {
    return () -> {};
  }
}
