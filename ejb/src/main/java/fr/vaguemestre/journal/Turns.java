package fr.vaguemestre.journal;

import fr.vaguemestre.platform.TenantContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Goes round the towns whose journal has something to tell, a batch of each in turn: the others
 * wait neither for one that has much to tell nor for one that fails. A batch that fails is told
 * entry by entry; a town rests for this round when an entry fails singly, and an entry that does so
 * again and again is left out. For one thread at a time.
 */
public final class Turns {
  private static final Logger LOG = Logger.getLogger(Turns.class.getName());

  /** How often an entry is tried before the others go on without it. */
  private static final int PATIENCE = 5;

  private final String who;
  private final int batch;

  /** By town, how often its next entry has failed. */
  private final Map<Integer, Integer> failed = new HashMap<>();

  /** Those that failed in this round: they wait for the next one. */
  private final Set<Integer> resting = new HashSet<>();

  /**
   * @param who tells, for the log: {@code notifications}
   * @param batch entries of a town in its turn
   */
  public Turns(String who, int batch) {
    this.who = who;
    this.batch = batch;
  }

  /**
   * Until no town has more to tell; each step is called with its town set.
   *
   * @param towns those that have something to tell now
   * @param step tells so many entries at most; whether there may be more
   * @param skip leaves the next entry untold; its seal's number
   */
  public void round(Supplier<List<Integer>> towns, IntPredicate step, LongSupplier skip) {
    resting.clear();
    boolean more = true;
    while (more) {
      more = false;
      for (int town : towns.get()) {
        more |= !resting.contains(town) && TenantContext.call(town, () -> tell(town, step, skip));
      }
    }
  }

  private boolean tell(int town, IntPredicate step, LongSupplier skip) {
    try {
      boolean more = step.test(batch);
      failed.remove(town);
      return more;
    } catch (RuntimeException e) {
      return tellSingly(town, step, skip);
    }
  }

  private boolean tellSingly(int town, IntPredicate step, LongSupplier skip) {
    int done = 0;
    try {
      while (done < batch && step.test(1)) {
        done++;
      }
      failed.remove(town);
      return done == batch;
    } catch (RuntimeException e) {
      int times = done > 0 ? 1 : failed.getOrDefault(town, 0) + 1;
      failed.put(town, times);
      resting.add(town);
      LOG.log(Level.WARNING, e, () -> "the " + who + " of town " + town + " wait");
      if (times >= PATIENCE) {
        leaveOut(town, skip);
      }
      return false;
    }
  }

  private void leaveOut(int town, LongSupplier skip) {
    try {
      long left = skip.getAsLong();
      failed.remove(town);
      LOG.log(
          Level.SEVERE,
          "town {0}: the {1} leave journal seal {2} untold",
          new Object[] {town, who, left});
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, e, () -> "the " + who + " of town " + town + " wait for the next round");
    }
  }
}
