package fr.vaguemestre.it.bench;

import fr.vaguemestre.it.Beside;
import fr.vaguemestre.it.bench.Caller.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Portals that send one submission after the other until they are told to stop. One that gets no
 * answer, or is told to come back, repeats its request with the same key until it has one; of a
 * hundred, five are sent twice at once besides.
 */
final class SubmissionLoad {
  private static final int SENT_TWICE = 5;
  private static final long REST_MILLIS = 500;
  private static final long PATIENCE_NANOS = 120_000_000_000L;
  private static final List<String> COME_BACK =
      List.of("\"code\":\"access.unavailable\"", "\"code\":\"request.busy\"");

  /** A submission, what its sender was answered in the end, and after how long. */
  record Sent(Submission submission, Answer answer, long nanos) {}

  private final String marker;
  private final String type = Load.first(new Caller("portail"), "/v1/submissions/types");
  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<String> dishonest = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final AtomicLong toldToRepeat = new AtomicLong();
  private final AtomicLong sentTwice = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  private SubmissionLoad(String marker) {
    this.marker = marker;
  }

  static SubmissionLoad start(String marker, int clients) {
    var load = new SubmissionLoad(marker);
    for (int i = 0; i < clients; i++) {
      int client = i;
      var thread = new Thread(() -> load.work(client), "portal-" + i);
      load.threads.add(thread);
      thread.start();
    }
    return load;
  }

  /** Lets every portal have its answer. */
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

  /** Answers that were neither a 201 nor told the caller to come back, and twins told otherwise. */
  List<String> dishonest() {
    return List.copyOf(dishonest);
  }

  /** Of all that were made: how many had no answer, were told to come back, were sent twice. */
  long[] requests() {
    return new long[] {requests.get(), unanswered.get(), toldToRepeat.get(), sentTwice.get()};
  }

  private void work(int client) {
    var caller = new Caller("portail");
    var other = new Caller("portail");
    for (int n = 0; !stopping; n++) {
      var submission = new Submission(marker, marker + "-" + client + "-" + n, type, n % 3);
      boolean twice = ThreadLocalRandom.current().nextInt(100) < SENT_TWICE;
      long begin = System.nanoTime();
      var twin = twice ? Beside.run(() -> answered(other, submission)) : null;
      var answer = answered(caller, submission);
      sent.add(new Sent(submission, answer, System.nanoTime() - begin));
      if (twice) {
        sentTwice.incrementAndGet();
        var told = twin.join();
        if (!told.equals(answer)) {
          dishonest.add(submission.key() + " was told " + answer + " and " + told);
        }
      }
    }
  }

  private Answer answered(Caller caller, Submission submission) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      requests.incrementAndGet();
      var answer = submission.bring(caller);
      if (answer.status() == 201) {
        return answer;
      }
      if (answer.status() == 0) {
        unanswered.incrementAndGet();
      } else if (answer.status() == 503 && COME_BACK.stream().anyMatch(answer.body()::contains)) {
        toldToRepeat.incrementAndGet();
      } else {
        dishonest.add(submission.key() + " was told " + answer.status() + " " + answer.body());
        return answer;
      }
      if (System.nanoTime() > until) {
        return answer;
      }
      BenchServer.pause(REST_MILLIS);
    }
  }
}
