package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.at;
import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.office.jod.LibreOfficeConverter;
import fr.vaguemestre.office.jod.LibreOfficeSettings;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Replies drafted to their PDF beside the converter alone, signed in one batch, and the letter page
 * opened by many: {@code ./vaguemestre bench reply [drafts=100] [warm=100] [agents=50] [pages=20]
 * [think=2000]}, {@code warm} drafts before those that count, {@code think} in milliseconds between
 * two pages of an agent.
 */
public final class ReplyBench {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final int AT_ONCE = 2;
  private static final int MOST_SIGNED = 100;
  private static final List<String> AGENTS = List.of("assistante", "p.merle", "dgs", "courrier");

  private ReplyBench() {}

  public static void main(String[] words) throws Exception {
    var options = new Options(words);
    int drafts = options.number("drafts", MOST_SIGNED);
    int warm = options.number("warm", 100);
    BenchServer.start();
    var assistant = new Pages("assistante");
    var template = first(assistant, "/v1/templates").getString("code");
    var draft = "{\"template\":\"%s\",\"text\":\"D’accord.\"}".formatted(template);
    var letters =
        IntStream.range(0, drafts + warm).mapToObj(n -> registered("Réponse " + n)).toList();
    drafted(assistant, letters.subList(drafts, drafts + warm), draft);

    var measured = letters.subList(0, drafts);
    double rate = drafts / drafted(assistant, measured, draft);
    double floor = drafts / converted(assistant, measured.getFirst(), drafts);
    head("reply");
    line("drafts to their PDF, per second", "%.2f", rate);
    line("the converter alone, per second", "%.2f", floor);
    line("share of the converter", "%.0f %%", 100 * rate / floor);
    signed(assistant, measured.subList(0, Math.min(drafts, MOST_SIGNED)));
    opened(letters, options.number("agents", 50), options.number("pages", 20), options);
  }

  static long registered(String subject) {
    var body =
        "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"DSP\"}\r\n--b--\r\n"
            .formatted(subject);
    return new Pages("courrier")
        .post(
            "/v1/correspondence", 201, "multipart/form-data; boundary=b", body.getBytes(UTF_8), "*")
        .getJsonNumber("id")
        .longValue();
  }

  /** Seconds until each has its PDF; asked seldom, since asking costs what is measured. */
  private static double drafted(Pages assistant, List<Long> letters, String draft)
      throws InterruptedException {
    long begin = System.nanoTime();
    atOnce(
        AT_ONCE,
        letters.stream()
            .<Callable<Void>>map(
                letter ->
                    () -> {
                      assistant.act(letter, "draft", draft);
                      return null;
                    })
            .toList());
    for (var letter : letters) {
      while (!last(assistant, letter).getString("conversion").equals("DONE")) {
        BenchServer.pause(200);
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Seconds the converter takes for as many copies of that letter's draft. */
  private static double converted(Pages assistant, long letter, int times)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(BenchServer.data(), "bench-office");
    var source = folder.resolve("draft.docx");
    var path = "/v1/correspondence/%d/reply/1/document".formatted(letter);
    Files.write(source, assistant.rest(path).body());
    try (var office = new LibreOfficeConverter(LibreOfficeSettings.usual(folder))) {
      Callable<Path> one = () -> office.toPdf(source, DOCX, folder);
      atOnce(AT_ONCE, IntStream.range(0, 10).mapToObj(n -> one).toList());
      long begin = System.nanoTime();
      atOnce(AT_ONCE, IntStream.range(0, times).mapToObj(n -> one).toList());
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private static void signed(Pages assistant, List<Long> letters) throws InterruptedException {
    var mayor = new Pages("elu");
    var items = new ArrayList<String>();
    for (var letter : letters) {
      assistant.act(letter, "submit", "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
      items.add(
          "{\"id\":%d,\"version\":%d,\"seenSha256\":\"%s\"}"
              .formatted(
                  letter,
                  mayor.json("/v1/correspondence/" + letter).getInt("version"),
                  last(mayor, letter).getString("pdfSha256")));
    }
    var body = "{\"password\":\"demo\",\"items\":[" + String.join(",", items) + "]}";
    long begin = System.nanoTime();
    var batch =
        mayor.post("/v1/signing-batches", 202, "application/json", body.getBytes(UTF_8), "*");
    var path = "/v1/signing-batches/" + batch.getJsonNumber("id");
    while (!(batch = mayor.json(path)).getBoolean("over")) {
      BenchServer.pause(50);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    line("letters of one batch, signed", "%d, %d", letters.size(), batch.getInt("signed"));
    line("the batch, a letter", "%.1f s, %.0f ms", seconds, 1000 * seconds / letters.size());
  }

  private static void opened(List<Long> letters, int agents, int pages, Options options)
      throws InterruptedException {
    int think = options.number("think", 2000);
    var times = new ConcurrentLinkedQueue<Long>();
    var sessions =
        IntStream.range(0, agents)
            .mapToObj(n -> new Pages(AGENTS.get(n % AGENTS.size())).login())
            .toList();
    var walks = new ArrayList<Callable<Void>>();
    for (int agent = 0; agent < agents; agent++) {
      int who = agent;
      walks.add(
          () -> {
            for (int page = 0; page < pages; page++) {
              BenchServer.pause((long) think * (page == 0 ? who : agents) / agents);
              var letter = letters.get((who * pages + page) % letters.size());
              long begin = System.nanoTime();
              sessions.get(who).screen("/correspondence/view.xhtml?id=" + letter);
              times.add(System.nanoTime() - begin);
            }
            return null;
          });
    }
    long begin = System.nanoTime();
    atOnce(agents, walks);
    double seconds = (System.nanoTime() - begin) / 1e9;
    var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    line("agents, letter pages per second", "%d, %.1f", agents, sorted.length / seconds);
    line(
        "letter page p50, p95, p99",
        "%.0f ms, %.0f ms, %.0f ms",
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99));
  }

  private static <T> void atOnce(int threads, List<Callable<T>> deeds) throws InterruptedException {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (Future<T> done : pool.invokeAll(deeds)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject last(Pages who, long letter) {
    return first(who, "/v1/correspondence/" + letter + "/reply");
  }

  static JsonObject first(Pages who, String path) {
    return who.json(path).getJsonArray("items").getJsonObject(0);
  }
}
