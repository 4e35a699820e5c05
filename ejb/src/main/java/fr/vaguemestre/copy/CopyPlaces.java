package fr.vaguemestre.copy;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** As many copies at once as documents are read at once: each is a child process of some weight. */
@ApplicationScoped
public class CopyPlaces {
  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore free =
      new Semaphore(Setting.VAGUEMESTRE_EXTRACTION_WORKERS.number(), true);

  /**
   * @throws Refusal CONFLICT when none is free for twenty seconds
   */
  public <T> T within(Supplier<T> work) {
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Refusal.of(Refusal.Kind.CONFLICT, "copy.busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(Refusal.Kind.CONFLICT, "copy.busy");
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
