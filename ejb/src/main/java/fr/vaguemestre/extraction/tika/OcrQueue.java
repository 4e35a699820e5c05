package fr.vaguemestre.extraction.tika;

import fr.vaguemestre.extraction.TextExtractor.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pages waiting for a core. A document has at most as many pages in the queue as there are threads,
 * so that a letter of one page waits for a few pages of a long one, never for all of them.
 */
final class OcrQueue implements Closeable {

  private static final double HARD = 60;

  /**
   * @param reason why some pages are missing, or null
   */
  record Reading(Map<Integer, PageOcr.PageText> texts, String reason) {

    Map<String, String> facts() {
      long turned = texts.values().stream().filter(page -> page.turned() != 0).count();
      var facts = new TreeMap<String, String>();
      facts.put("ocrPages", Integer.toString(texts.size()));
      if (words() > 0) {
        facts.put("ocrConfidence", Long.toString(Math.round(confidence())));
      }
      if (turned > 0) {
        facts.put("turnedPages", Long.toString(turned));
      }
      return facts;
    }

    boolean isHardToRead() {
      return words() > 0 && confidence() < HARD;
    }

    private double confidence() {
      return texts.values().stream().mapToDouble(PageOcr.PageText::worth).sum() / words();
    }

    private int words() {
      return texts.values().stream().mapToInt(PageOcr.PageText::words).sum();
    }
  }

  private final ExtractionSettings settings;
  private final PageOcr ocr;
  private final ExecutorService threads;
  private final AtomicInteger underWay = new AtomicInteger();

  OcrQueue(ExtractionSettings settings, PageOcr ocr) {
    this.settings = settings;
    this.ocr = ocr;
    this.threads =
        Executors.newFixedThreadPool(
            settings.ocrThreads(),
            Thread.ofPlatform().daemon().name("extraction-ocr-", 1).factory());
  }

  int underWay() {
    return underWay.get();
  }

  Reading read(List<Integer> wanted, Pages pages, WorkFolder folder, Progress progress) {
    var done = new AtomicInteger();
    var turn = new Semaphore(settings.ocrThreads());
    var reading = new TreeMap<Integer, Future<Optional<PageOcr.PageText>>>();
    long deadline = System.nanoTime() + settings.ocrBudget().toNanos();
    try {
      for (int page : wanted) {
        turn.acquire();
        if (System.nanoTime() > deadline) {
          break;
        }
        reading.put(
            page,
            threads.submit(
                () -> {
                  underWay.incrementAndGet();
                  try {
                    return one(page, pages, folder);
                  } finally {
                    underWay.decrementAndGet();
                    turn.release();
                    progress.page(done.incrementAndGet(), wanted.size());
                  }
                }));
      }
      return collect(reading, wanted.size());
    } catch (InterruptedException e) {
      reading.values().forEach(future -> future.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException("extraction: interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Optional<PageOcr.PageText> one(int page, Pages pages, WorkFolder folder)
      throws IOException {
    var picture = pages.picture(page);
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    var text = ocr.read(picture.get().pgm(), picture.get().dpi(), folder);
    Files.delete(picture.get().pgm());
    return text;
  }

  private static Reading collect(
      Map<Integer, Future<Optional<PageOcr.PageText>>> reading, int wanted)
      throws InterruptedException {
    var texts = new TreeMap<Integer, PageOcr.PageText>();
    var broken = new ArrayList<Integer>();
    for (var entry : reading.entrySet()) {
      try {
        entry
            .getValue()
            .get()
            .ifPresentOrElse(
                text -> texts.put(entry.getKey(), text), () -> broken.add(entry.getKey()));
      } catch (ExecutionException e) {
        throw new IllegalStateException("extraction: page " + entry.getKey(), e.getCause());
      }
    }
    String reason =
        reading.size() < wanted
            ? "extraction.time-limit"
            : broken.isEmpty() ? null : "extraction.page-failed";
    return new Reading(texts, reason);
  }
}
