package fr.vaguemestre.it.bench;

import fr.vaguemestre.it.bench.Caller.Letter;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;

/** Letters registered one a second, each looked for by a word of its own until it is found. */
final class NewLetters {
  private static final long SECOND = 1_000_000_000L;
  private static final int PATIENCE = 60;

  private final ArrayList<Long> nanos = new ArrayList<>();
  private int unseen;

  /** Goes on as long as asked. */
  NewLetters registerWhile(BooleanSupplier more) {
    var caller = new Caller();
    var type = Load.first(caller, "/v1/types");
    var unit = Load.first(caller, "/v1/units");
    while (more.getAsBoolean()) {
      long begin = System.nanoTime();
      var marker = Load.marker();
      var answer = caller.register(new Letter(marker, marker, type, unit));
      if (answer.status() != 201) {
        throw new IllegalStateException("registration answered " + answer.status());
      }
      look(caller, marker);
      BenchServer.pause(Math.max(0, (SECOND - (System.nanoTime() - begin)) / 1_000_000));
    }
    return this;
  }

  private void look(Caller caller, String marker) {
    long answered = System.nanoTime();
    while (caller.found(marker) != 1) {
      if (System.nanoTime() - answered > PATIENCE * SECOND) {
        unseen++;
        return;
      }
      BenchServer.pause(20);
    }
    nanos.add(System.nanoTime() - answered);
  }

  /** Those not found within a minute. */
  int unseen() {
    return unseen;
  }

  /** Nanoseconds from the answer until it is found, the shortest first. */
  long[] nanos() {
    return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }
}
