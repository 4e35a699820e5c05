package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server killed with signal 9 at random moments while replies are merged, converted, signed and
 * sent by mail, then started again and audited: {@code ./vaguemestre bench kill-replies [rounds=10]
 * [clients=4] [longest=15]}. What was answered "done" is done, each version has its PDF, each
 * letter is signed once, each mail left once, or its letter is back with the doubt told. Ends with
 * 1 otherwise. {@code longest}: seconds of work before the kill, at most.
 */
public final class ReplyKillBench {
  private static final int PATIENCE_SECONDS = 180;
  private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>]+>)");

  private ReplyKillBench() {}

  public static void main(String[] words) throws InterruptedException {
    var options = new Options(words);
    int rounds = options.number("rounds", 10);
    int clients = options.number("clients", 4);
    int longest = options.number("longest", 15);
    BenchServer.start();
    var losses = new ArrayList<String>();
    var done = new ConcurrentHashMap<Long, String>();
    var report =
        new Report(
            "kill-replies",
            "Round",
            "Killed after, s",
            "Letters",
            "Drafted",
            "Signed",
            "Sent",
            "Losses");
    for (int round = 1; round <= rounds; round++) {
      long millis = ThreadLocalRandom.current().nextLong(1000, longest * 1000L);
      var begun = new ConcurrentHashMap<Long, String>();
      var threads = new ArrayList<Thread>();
      for (int client = 0; client < clients; client++) {
        threads.add(Thread.ofPlatform().start(() -> work(begun)));
      }
      BenchServer.pause(millis);
      BenchServer.killServer();
      for (var thread : threads) {
        thread.join();
      }
      BenchServer.start();
      var lost = new ArrayList<String>();
      settle(lost);
      done.putAll(begun);
      lost.addAll(losses(done));
      report.row(
          round,
          millis / 1000.0,
          begun.size(),
          reached(begun, "draft"),
          reached(begun, "sign"),
          reached(begun, "send"),
          lost.size());
      lost.stream().limit(10).forEach(System.out::println);
      losses.addAll(lost);
    }
    System.out.printf(
        "%d rounds, %d letters, %d mails, %d in doubt, %d losses%n",
        rounds,
        done.size(),
        caught().size(),
        rows("select 1 from sending where status = 'DOUBT'").size(),
        losses.size());
    System.exit(losses.isEmpty() ? 0 : 1);
  }

  /** One letter after the other to its sending, until the server is gone. */
  private static void work(Map<Long, String> begun) {
    var assistant = new Pages("assistante");
    var mayor = new Pages("elu");
    try {
      var template = ReplyBench.first(assistant, "/v1/templates").getString("code");
      while (true) {
        long letter = ReplyBench.registered("Coupure " + System.nanoTime());
        begun.put(letter, "");
        assistant.act(
            letter, "draft", "{\"template\":\"%s\",\"text\":\"D’accord.\"}".formatted(template));
        begun.put(letter, "draft");
        while (!ReplyBench.last(assistant, letter).getString("conversion").equals("DONE")) {
          BenchServer.pause(50);
        }
        assistant.act(letter, "submit", "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
        var seen = ReplyBench.last(mayor, letter).getString("pdfSha256");
        mayor.act(letter, "sign", "{\"password\":\"demo\",\"seenSha256\":\"%s\"}".formatted(seen));
        begun.put(letter, "draft sign");
        assistant.act(letter, "send", "{\"means\":\"EMAIL\",\"recipient\":\"usager@example.org\"}");
        begun.put(letter, "draft sign send");
      }
    } catch (IllegalStateException e) {
      // The server is gone: what was answered until then is in begun.
    }
  }

  /** Waits until nothing is left to do. */
  private static void settle(List<String> lost) {
    var open = "select kind from intention where kind in ('CONVERT_REPLY', 'SEND_MAIL', 'SIGN')";
    for (int i = 0; !rows(open).isEmpty(); i++) {
      if (i == PATIENCE_SECONDS * 2) {
        lost.add("left to do: " + rows(open));
        return;
      }
      BenchServer.pause(500);
    }
  }

  private static List<String> losses(Map<Long, String> done) {
    var lost = new ArrayList<String>();
    rows("select 'no PDF: ' || id || ' ' || conversion from reply_version where conversion <> 'DONE'")
        .forEach(lost::add);
    rows("select 'signed twice: ' || correspondence_id from signature_proof group by correspondence_id having count(*) > 1")
        .forEach(lost::add);
    var drafted = rows("select correspondence_id from reply");
    var signed = rows("select correspondence_id from signature_proof");
    var sent = rows("select correspondence_id from sending");
    done.forEach(
        (letter, reached) -> {
          missing(lost, reached, "draft", drafted, letter);
          missing(lost, reached, "sign", signed, letter);
          missing(lost, reached, "send", sent, letter);
        });
    var mails = caught();
    mails.forEach(
        (id, times) -> {
          if (times > 1) {
            lost.add(id + " left " + times + " times");
          }
        });
    rows("select message_id from sending where means = 'EMAIL' and status = 'SENT'").stream()
        .filter(id -> !mails.containsKey(id))
        .forEach(id -> lost.add(id + " is said to have left and did not"));
    rows("""
            select 'in doubt and not back: ' || s.correspondence_id from sending s
              join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
             where s.status = 'DOUBT' and c.state <> 'TO_SEND'
            """)
        .forEach(lost::add);
    return lost;
  }

  private static void missing(
      List<String> lost, String reached, String step, List<String> found, long letter) {
    if (reached.contains(step) && !found.contains(String.valueOf(letter))) {
      lost.add(letter + " was answered as done and is not: " + step);
    }
  }

  private static long reached(Map<Long, String> begun, String step) {
    return begun.values().stream().filter(reached -> reached.contains(step)).count();
  }

  /** The mails that arrived: how often each, by its Message-ID. */
  private static Map<String, Long> caught() {
    try (var files = Files.walk(BenchServer.data().resolve("mail-catcher"))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .flatMap(file -> MESSAGE_ID.matcher(text(file)).results().limit(1))
          .map(found -> found.group(1))
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rows(String query) {
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
