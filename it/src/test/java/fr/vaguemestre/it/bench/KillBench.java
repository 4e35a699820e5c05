package fr.vaguemestre.it.bench;

import fr.vaguemestre.it.bench.Load.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The server, and in every fourth round its database too, killed with signal 9 at a random moment
 * of a load, started again by the launcher, and audited: {@code ./vaguemestre bench kill
 * [rounds=20] [clients=8] [longest=8]}. What was answered 201 must be there once, with its bytes,
 * its journal entry and its index entry; asked again with the same key, it gives the same answer;
 * what was under way is asked again and is there once too. Ends with 1 at any loss. {@code
 * longest}: seconds of load before the kill, at most.
 */
public final class KillBench {
  private static final int REPEATED = 40;
  private static final int PATIENCE_SECONDS = 120;

  private KillBench() {}

  public static void main(String[] words) {
    var options = new Options(words);
    int rounds = options.number("rounds", 20);
    int clients = options.number("clients", 8);
    int longest = options.number("longest", 8);
    BenchServer.start();
    int total = 0;
    int underWay = 0;
    var losses = new ArrayList<String>();
    var report =
        new Report(
            "kill", "Round", "Killed", "After, s", "Answered 201", "Under way", "Found", "Losses");
    for (int round = 1; round <= rounds; round++) {
      boolean database = round % 4 == 0;
      long millis = ThreadLocalRandom.current().nextLong(500, longest * 1000L);
      var marker = Load.marker();
      var load = Load.start(marker, clients);
      BenchServer.pause(millis);
      if (database) {
        BenchServer.killDatabase();
      }
      BenchServer.killServer();
      var sent = load.stop();
      BenchServer.start();
      var answered =
          new ArrayList<>(sent.stream().filter(s -> s.answer().status() == 201).toList());
      var open = sent.stream().filter(s -> s.answer().status() != 201).toList();
      var lost = new ArrayList<String>();
      repeat(answered, lost);
      answered.addAll(askAgain(open, lost));
      long found = indexed(marker, answered.size());
      if (found != answered.size()) {
        lost.add("the index finds " + found + " of " + answered.size());
      }
      lost.addAll(Audit.losses(marker, answered));
      if (Audit.duplicates() != 0 || Audit.gaps() != 0) {
        lost.add(Audit.duplicates() + " duplicate numbers, " + Audit.gaps() + " gaps");
      }
      report.row(
          round,
          database ? "server and PostgreSQL" : "server",
          millis / 1000.0,
          answered.size() - open.size(),
          open.size(),
          found,
          lost.size());
      lost.stream().limit(10).forEach(System.out::println);
      total += answered.size();
      underWay += open.size();
      losses.addAll(lost);
    }
    System.out.printf(
        "%d rounds, %d letters of which %d under way at a kill, %d losses%n",
        rounds, total, underWay, losses.size());
    System.exit(losses.isEmpty() ? 0 : 1);
  }

  /** Who asks again for what was answered is given the same letter. */
  private static void repeat(List<Sent> answered, List<String> lost) {
    var caller = new Caller();
    for (var sent : answered.subList(Math.max(0, answered.size() - REPEATED), answered.size())) {
      var again = caller.register(sent.letter());
      if (again.status() != 201
          || again.id() != sent.answer().id()
          || !sent.answer().chrono().equals(again.chrono())) {
        lost.add(sent.answer().chrono() + " asked again gave " + again);
      }
    }
  }

  private static List<Sent> askAgain(List<Sent> open, List<String> lost) {
    var caller = new Caller();
    var answered = new ArrayList<Sent>();
    for (var sent : open) {
      var first = caller.register(sent.letter());
      var second = caller.register(sent.letter());
      if (first.status() != 201 || !first.equals(second)) {
        lost.add(sent.letter().key() + " gave " + first + " then " + second);
      } else {
        answered.add(new Sent(sent.letter(), first, 0));
      }
    }
    return answered;
  }

  private static long indexed(String marker, int expected) {
    var caller = new Caller();
    long found = caller.found(marker);
    for (int i = 0; found != expected && i < PATIENCE_SECONDS * 4; i++) {
      BenchServer.pause(250);
      found = caller.found(marker);
    }
    return found;
  }
}
