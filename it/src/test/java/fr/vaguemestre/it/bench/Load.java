package fr.vaguemestre.it.bench;

import fr.vaguemestre.it.bench.Caller.Answer;
import fr.vaguemestre.it.bench.Caller.Letter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Clients that register letters one after the other until they are told to stop. */
final class Load {
  /** One request and what came of it. */
  record Sent(Letter letter, Answer answer, long nanos) {}

  private final String marker;
  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private final String type;
  private final String unit;
  private volatile boolean stopping;

  private Load(String marker) {
    var caller = new Caller();
    this.marker = marker;
    this.type = first(caller, "/v1/types");
    this.unit = first(caller, "/v1/units");
  }

  /** A word no other letter has: only consonants, so that no stemmer touches it. */
  static String marker() {
    return ThreadLocalRandom.current()
        .ints(14, 0, 15)
        .mapToObj(i -> String.valueOf("bcdfghjkmpqrvwz".charAt(i)))
        .collect(Collectors.joining());
  }

  static Load start(String marker, int clients) {
    var load = new Load(marker);
    for (int i = 0; i < clients; i++) {
      int client = i;
      var thread = new Thread(() -> load.work(client), "client-" + i);
      load.threads.add(thread);
      thread.start();
    }
    return load;
  }

  /** Lets every client finish its request. */
  List<Sent> stop() {
    stopping = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(sent);
  }

  private void work(int client) {
    var caller = new Caller();
    for (int n = 0; !stopping; n++) {
      var letter = new Letter(marker, marker + "-" + client + "-" + n, type, unit);
      long begin = System.nanoTime();
      var answer = caller.register(letter);
      sent.add(new Sent(letter, answer, System.nanoTime() - begin));
      if (answer.status() == 0) {
        return; // The server is gone: what it was doing will be asked again.
      }
    }
  }

  /** The code of the first of a list. */
  static String first(Caller caller, String path) {
    return caller.get(path).getJsonArray("items").getJsonObject(0).getString("code");
  }
}
