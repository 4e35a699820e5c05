package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;
import static fr.vaguemestre.it.bench.Measure.waitFor;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scanned pages read by the server, beside tesseract alone on the same pages, as many at once as
 * there are processors: {@code ./vaguemestre bench ocr [pages=60] [patience=1800]}. Ends with 1
 * when a page was not read, or a word of it is not found.
 */
public final class OcrBench {
  private static final int WARM = 4;

  private OcrBench() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    var options = new Options(words);
    int pages = options.number("pages", 60);
    int patience = options.number("patience", 1800);
    BenchServer.start();
    waitFor(patience, () -> Audit.unread() == 0);
    read(IntStream.range(0, WARM), patience);

    double alone = alone(pages);
    double server = read(IntStream.range(WARM, WARM + pages), patience);
    long wrong = Audit.unreadable("Numérisation ");
    head("ocr");
    line("pages of 300 dots per inch", "%d", pages);
    line("tesseract alone, pages a second", "%.2f", pages / alone);
    line("server, until each page's text is stored, pages a second", "%.2f", pages / server);
    line("share of tesseract alone", "%.0f %%", 100 * alone / server);
    line("not read", "%d", wrong);
    System.exit(server >= 0 && wrong == 0 ? 0 : 1);
  }

  /** Seconds until all are read; from the moment the last was registered on, they only wait. */
  private static double read(IntStream numbers, int patience) {
    var scans = numbers.mapToObj(n -> new Scan(n, new ScannedPage(n).pdf())).toList();
    var caller = new Caller();
    long begin = System.nanoTime();
    scans.forEach(scan -> scan.register(caller));
    return waitFor(patience, () -> Audit.unread() == 0) < 0
        ? -1
        : (System.nanoTime() - begin) / 1e9;
  }

  private record Scan(int number, byte[] pdf) {
    void register(Caller caller) {
      var body = new ByteArrayOutputStream();
      body.writeBytes(Caller.head("metadata\"\r\nContent-Type: application/json"));
      body.writeBytes(
          "{\"subject\":\"Numérisation %d\",\"type\":\"SALLE\",\"unit\":\"DSP\"}"
              .formatted(number)
              .getBytes(UTF_8));
      body.writeBytes(
          Caller.head("file\"; filename=\"scan.pdf\"\r\nContent-Type: application/pdf"));
      body.writeBytes(pdf);
      body.writeBytes(Caller.tail());
      var answer =
          caller.bring(
              "/v1/correspondence",
              "ocr-" + System.nanoTime(),
              Caller.MULTIPART,
              body.toByteArray());
      if (answer.status() != 201) {
        throw new IllegalStateException(answer.body());
      }
    }
  }

  /** Seconds for as many pages. */
  private static double alone(int pages) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(BenchServer.data(), "bench-ocr");
    for (int n = 0; n < pages; n++) {
      Files.write(folder.resolve(n + ".pgm"), new ScannedPage(WARM + n).pgm());
    }
    long begin = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var asked =
          threads.invokeAll(
              IntStream.range(0, pages)
                  .<Callable<Integer>>mapToObj(n -> () -> tesseract(folder.resolve(n + ".pgm")))
                  .toList());
      for (var one : asked) {
        if (one.get() != 0) {
          throw new IllegalStateException("tesseract failed");
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    try (Stream<Path> files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    return seconds;
  }

  private static int tesseract(Path page) throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(
            "tesseract", "" + page, "" + page, "-l", "fra", "--psm", "3", "--dpi", "300");
    command.environment().put("OMP_THREAD_LIMIT", "1");
    return command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
