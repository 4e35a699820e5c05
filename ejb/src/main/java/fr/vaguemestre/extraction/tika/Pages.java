package fr.vaguemestre.extraction.tika;

import fr.vaguemestre.extraction.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages of a PDF or of pictures, counted and made into grey pictures by child processes. */
final class Pages {

  private static final int LONGEST_SIDE = 6000;
  private static final Pattern COUNT = Pattern.compile("(?m)^Pages:\\s+(\\d+)");
  private static final Pattern SIZE =
      Pattern.compile("(?m)^Page\\s+(\\d+) size:\\s+([0-9.]+) x ([0-9.]+) pts");

  private static final Pattern IMAGE =
      Pattern.compile("(?m)^\\s*(\\d{1,6})\\s+\\d+\\s+\\w+\\s+(\\d{1,6})\\s+(\\d{1,6})\\s");
  private static final int SCAN_PIXELS = 300_000;

  /**
   * @param dpi of the picture; 0 when unknown
   */
  record Picture(Path pgm, int dpi) {}

  private final ExtractionSettings settings;
  private final Sandbox sandbox;
  private final WorkFolder folder;
  private final Path file;
  private final ContentType type;
  private final Map<Integer, Integer> dpi = new HashMap<>();

  Pages(
      ExtractionSettings settings,
      Sandbox sandbox,
      WorkFolder folder,
      Path file,
      ContentType type) {
    this.settings = settings;
    this.sandbox = sandbox;
    this.folder = folder;
    this.file = file;
    this.type = type;
  }

  /** 0 when it cannot be counted. */
  int count() {
    if (type == ContentType.PDF) {
      return sandbox.tools().program("pdfinfo").isEmpty()
          ? 0
          : number(
              COUNT,
              sandbox.program(folder, settings.pageTimeout(), List.of("pdfinfo", file.toString())));
    }
    return number(
        Pattern.compile("(?m)^(\\d+)$"),
        sandbox.pictures(folder, settings.pageTimeout(), List.of("count", file.toString())));
  }

  /**
   * Whether pages of a PDF hold a picture as large as a scan; all of them when nothing can tell.
   */
  BitSet withScans(int first, int last) {
    var pages = new BitSet();
    if (sandbox.tools().program("pdfimages").isEmpty()) {
      pages.set(first, last + 1);
      return pages;
    }
    var words = List.of("pdfimages", "-list", "-f", "" + first, "-l", "" + last, file.toString());
    var outcome = sandbox.program(folder, settings.pageTimeout(), words);
    var images = IMAGE.matcher(outcome.output());
    while (images.find()) {
      if (Long.parseLong(images.group(2)) * Long.parseLong(images.group(3)) >= SCAN_PIXELS) {
        pages.set(Integer.parseInt(images.group(1)));
      }
    }
    return pages;
  }

  /** Before pictures of a PDF: a page of three metres would make a picture no machine can hold. */
  void measure(int first, int last) {
    if (type != ContentType.PDF || sandbox.tools().program("pdfinfo").isEmpty()) {
      return;
    }
    var words = List.of("pdfinfo", "-f", "" + first, "-l", "" + last, file.toString());
    var sizes = SIZE.matcher(sandbox.program(folder, settings.pageTimeout(), words).output());
    while (sizes.find()) {
      double longest =
          Math.max(Double.parseDouble(sizes.group(2)), Double.parseDouble(sizes.group(3)));
      dpi.put(
          Integer.valueOf(sizes.group(1)),
          (int) Math.max(1, Math.min(settings.dpi(), LONGEST_SIDE * 72 / Math.max(1, longest))));
    }
  }

  /** Empty when the page cannot be shown. */
  Optional<Picture> picture(int page) {
    var pgm = folder.resolve("picture-" + page + ".pgm");
    if (type != ContentType.PDF) {
      var outcome =
          sandbox.pictures(
              folder,
              settings.pageTimeout(),
              List.of("page", file.toString(), "" + page, pgm.toString()));
      return outcome.ok()
          ? Optional.of(new Picture(pgm, number(Pattern.compile("(?m)^dpi (\\d+)$"), outcome)))
          : Optional.empty();
    }
    var resolution = dpi.get(page);
    if (resolution == null) {
      return Optional.empty();
    }
    var target = folder.resolve("picture-" + page).toString();
    var words =
        List.of(
            "pdftoppm",
            "-gray",
            "-r",
            "" + resolution,
            "-f",
            "" + page,
            "-l",
            "" + page,
            "-singlefile",
            file.toString(),
            target);
    var outcome = sandbox.program(folder, settings.pageTimeout(), words);
    return outcome.ok() && Files.exists(pgm)
        ? Optional.of(new Picture(pgm, resolution))
        : Optional.empty();
  }

  private static int number(Pattern pattern, Sandbox.Outcome outcome) {
    var matcher = pattern.matcher(outcome.output());
    return outcome.ok() && matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
