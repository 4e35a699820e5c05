package fr.vaguemestre.extraction.tika;

import fr.vaguemestre.extraction.ContentType;
import fr.vaguemestre.extraction.ContentTypes;
import fr.vaguemestre.extraction.Extraction;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.extraction.TextExtractor;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Text layers by Tika, pages without one by tesseract, each in a child process. Safe for use by
 * several threads; the pages of all documents share the cores, a long document never holding more
 * than its turn.
 */
public final class TikaTextExtractor implements TextExtractor, Closeable {

  /** A page with less text than this is taken for a picture, perhaps with a stamp over it. */
  private static final int NEARLY_NONE = 100;

  /** Reasons after which the rest of a PDF is worth looking at; any other ends the reading. */
  private static final Set<String> SURVIVED =
      Set.of(
          "extraction.damaged",
          "extraction.truncated",
          "extraction.text-limit",
          "extraction.attachment-unread");

  /** Bytes an office file may say it unfolds to, when that is also a hundred times its size. */
  private static final long BOMB = 200_000_000;

  private final ExtractionSettings settings;
  private final Sandbox sandbox;
  private final TikaReader reader;
  private final OcrQueue queue;

  /**
   * Explodes the child's class path on first use of {@code settings.work()}; children start when
   * needed.
   */
  public TikaTextExtractor(ExtractionSettings settings, Tools tools) {
    var classPath = ChildClassPath.in(settings.work());
    this.settings = settings;
    this.sandbox = new Sandbox(settings, tools, classPath);
    this.reader = new TikaReader(settings, tools, classPath);
    this.queue = new OcrQueue(settings, new PageOcr(settings, sandbox));
  }

  @Override
  public Extraction extract(Path file, String mediaType, Progress progress) {
    try (var folder = new WorkFolder(settings.work().resolve("tmp"))) {
      var detected = ContentTypes.detect(file, "");
      var type = detected.type();
      if (type == null) {
        return Extraction.failed(detected.refusal(), null);
      }
      // Content files have no extension; Tika tells text kinds apart better with one.
      var named =
          Files.createSymbolicLink(
              folder.resolve("document." + type.extension()), file.toAbsolutePath());
      var pages = new Pages(settings, sandbox, folder, named, type);
      if (type == ContentType.PDF) {
        return pdf(named, pages, folder, progress);
      }
      return type.isImage() ? images(type, pages, folder, progress) : office(named, type);
    } catch (IOException e) {
      throw new IllegalStateException("extraction: cannot read or write " + file, e);
    }
  }

  @Override
  public int pagesUnderWay() {
    return queue.underWay();
  }

  @Override
  public void close() throws IOException {
    queue.close();
    reader.close();
  }

  private Extraction office(Path file, ContentType type) throws IOException {
    long unfolded = ContentTypes.unfolded(file);
    if (unfolded > BOMB && unfolded / 100 > Files.size(file)) {
      return Extraction.failed("extraction.bomb", type.mediaType());
    }
    var layer = reader.read(file, type);
    boolean silent = layer.text().isBlank();
    if (layer.reason() != null && (silent || !SURVIVED.contains(layer.reason()))) {
      return Extraction.failed(layer.reason(), type.mediaType());
    }
    var reason = layer.reason() == null && silent ? "extraction.no-text" : layer.reason();
    var status = layer.reason() == null ? ExtractionStatus.DONE : ExtractionStatus.PARTIAL;
    int pages = Math.max(1, layer.pages());
    return new Extraction(
        status, reason, type.mediaType(), pages, pages, layer.text(), layer.facts());
  }

  private Extraction images(ContentType type, Pages pages, WorkFolder folder, Progress progress)
      throws IOException {
    int count = pages.count();
    if (count == 0) {
      return Extraction.failed("extraction.damaged", type.mediaType());
    }
    var wanted = IntStream.rangeClosed(1, count).boxed().toList();
    return ocr(type, TikaReader.Layer.unread(null), count, wanted, pages, folder, progress);
  }

  private Extraction pdf(Path file, Pages pages, WorkFolder folder, Progress progress)
      throws IOException {
    var layer = reader.read(file, ContentType.PDF);
    if (layer.reason() == null && !endsAsPdf(file)) {
      layer =
          new TikaReader.Layer(
              layer.text(),
              "extraction.truncated",
              layer.pages(),
              layer.characters(),
              layer.unmapped(),
              layer.facts());
    }
    if (layer.reason() != null && !SURVIVED.contains(layer.reason())) {
      return Extraction.failed(layer.reason(), ContentType.PDF.mediaType());
    }
    // What Tika gave up on, poppler may still show.
    int count = Math.max(layer.pages(), layer.characters().size());
    count = count == 0 ? pages.count() : count;
    if (count == 0) {
      return Extraction.failed(
          layer.reason() == null ? "extraction.damaged" : layer.reason(),
          ContentType.PDF.mediaType());
    }
    return ocr(
        ContentType.PDF, layer, count, pictures(layer, count, pages), pages, folder, progress);
  }

  /**
   * Pages to read as pictures: no text, text that no font explains, or a stamp's worth of text over
   * a scan.
   */
  private static List<Integer> pictures(TikaReader.Layer layer, int count, Pages pages) {
    var wanted = new ArrayList<Integer>();
    BitSet scans = null;
    for (int page = 1; page <= count; page++) {
      boolean told = page <= layer.characters().size();
      int characters = told ? layer.characters().get(page - 1) : 0;
      int unmapped = page <= layer.unmapped().size() ? layer.unmapped().get(page - 1) : 0;
      boolean little = characters > 0 && characters < NEARLY_NONE;
      if (little && scans == null) {
        scans = pages.withScans(page, count);
      }
      boolean unsaid = told || !"extraction.text-limit".equals(layer.reason());
      if (unsaid && (characters == 0 || unmapped * 3 > characters || (little && scans.get(page)))) {
        wanted.add(page);
      }
    }
    return wanted;
  }

  private Extraction ocr(
      ContentType type,
      TikaReader.Layer layer,
      int count,
      List<Integer> wanted,
      Pages pages,
      WorkFolder folder,
      Progress progress)
      throws IOException {
    var facts = new HashMap<>(layer.facts());
    int read = count - wanted.size();
    if (wanted.isEmpty()) {
      return answer(type, layer.reason(), count, read, layer.text(), facts);
    }
    var missing = missing(type);
    if (missing.isPresent()) {
      return new Extraction(
          ExtractionStatus.NOT_OCRED,
          missing.get(),
          type.mediaType(),
          count,
          read,
          layer.text(),
          facts);
    }
    var chosen = wanted.subList(0, Math.min(wanted.size(), settings.ocrPages()));
    pages.measure(chosen.get(0), chosen.get(chosen.size() - 1));
    var results = queue.read(chosen, pages, folder, progress);
    var text = new StringBuilder(layer.text());
    for (var page : results.texts().values()) {
      text.append('\f').append(page.text()).append('\n');
    }
    facts.putAll(results.facts());
    read += results.texts().size();
    var reason = layer.reason();
    if (reason == null && chosen.size() < wanted.size()) {
      reason = "extraction.page-limit";
    }
    if (reason == null) {
      reason = results.reason();
    }
    if (reason == null && text.toString().isBlank()) {
      return new Extraction(
          ExtractionStatus.DONE, "extraction.no-text", type.mediaType(), count, read, "", facts);
    }
    if (reason == null && results.isHardToRead()) {
      return new Extraction(
          ExtractionStatus.DONE,
          "extraction.hard-to-read",
          type.mediaType(),
          count,
          read,
          text.toString(),
          facts);
    }
    return answer(type, reason, count, read, text.toString(), facts);
  }

  private static Extraction answer(
      ContentType type,
      String reason,
      int count,
      int read,
      String text,
      Map<String, String> facts) {
    if (reason != null && text.isBlank()) {
      return new Extraction(ExtractionStatus.FAILED, reason, type.mediaType(), count, 0, "", facts);
    }
    var status = reason == null ? ExtractionStatus.DONE : ExtractionStatus.PARTIAL;
    return new Extraction(status, reason, type.mediaType(), count, read, text, facts);
  }

  private Optional<String> missing(ContentType type) {
    var tools = sandbox.tools();
    if (tools.program("tesseract").isEmpty()) {
      return Optional.of("extraction.no-tesseract");
    }
    if (!tools.hasLanguage(settings.languages().get(0))) {
      return Optional.of("extraction.no-language");
    }
    boolean poppler = tools.program("pdftoppm").isPresent() && tools.program("pdfinfo").isPresent();
    return type == ContentType.PDF && !poppler
        ? Optional.of("extraction.no-poppler")
        : Optional.empty();
  }

  /** A whole PDF says so in its last lines. */
  private static boolean endsAsPdf(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var tail = new byte[(int) Math.min(2048, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
  }
}
