package fr.vaguemestre.it;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Does something meanwhile, on a thread of its own: the common pool has but one on a machine of two
 * processors, where what is meant to happen at once would happen in turn.
 */
public final class Beside {
  private Beside() {}

  public static <T> CompletableFuture<T> run(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
  }
}
