package fr.vaguemestre.platform;

import java.util.OptionalInt;
import java.util.concurrent.Callable;

/**
 * The town on whose behalf this thread works. Set at every way in (request filter, timer, batch
 * step, outbox worker) and always cleared there; the database listener refuses a transaction
 * without it.
 */
public final class TenantContext {
  private static final ThreadLocal<Integer> CURRENT = new ThreadLocal<>();

  private TenantContext() {}

  public static OptionalInt current() {
    var tenant = CURRENT.get();
    return tenant == null ? OptionalInt.empty() : OptionalInt.of(tenant);
  }

  /**
   * @throws IllegalStateException when no town is set: deny by default
   */
  public static int required() {
    return current()
        .orElseThrow(() -> new IllegalStateException("no tenant is set on this thread"));
  }

  /** Runs the work for one town and puts back what was there before. */
  public static <T> T call(int tenant, Callable<T> work) {
    var before = CURRENT.get();
    CURRENT.set(tenant);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      restore(before);
    }
  }

  public static void run(int tenant, Runnable work) {
    call(
        tenant,
        () -> {
          work.run();
          return null;
        });
  }

  private static void restore(Integer before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
