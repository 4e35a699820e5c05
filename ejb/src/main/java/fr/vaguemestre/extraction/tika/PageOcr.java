package fr.vaguemestre.extraction.tika;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the picture of one page with tesseract, put upright and level first when it needs to be.
 */
final class PageOcr {

  private static final double POOR = 65;
  private static final int FEW_WORDS = 8;
  private static final double LEVEL = 0.4;
  private static final Pattern TURN = Pattern.compile("Rotate: (\\d+)");
  private static final Pattern TURN_CONFIDENCE =
      Pattern.compile("Orientation confidence: ([0-9.]+)");

  /**
   * @param confidence mean over words, 0 to 100
   * @param turned clockwise degrees it took to put the page upright
   */
  record PageText(String text, double confidence, int words, int turned) {
    static final PageText BLANK = new PageText("", 100, 0, 0);

    /** A worthless reading has many doubtful words, a good one many sure ones. */
    double worth() {
      return words * confidence;
    }

    boolean isPoor() {
      return confidence < POOR || words < FEW_WORDS;
    }
  }

  private final ExtractionSettings settings;
  private final Sandbox sandbox;

  PageOcr(ExtractionSettings settings, Sandbox sandbox) {
    this.settings = settings;
    this.sandbox = sandbox;
  }

  /** Empty when tesseract fails on it or runs out of time. */
  Optional<PageText> read(Path pgm, int dpi, WorkFolder folder) throws IOException {
    var page = Gray.read(pgm);
    if (page.isBlank()) {
      return Optional.of(PageText.BLANK);
    }
    boolean sideways = page.width() > page.height() * 1.1;
    int turn = sideways ? turnNeeded(pgm, folder) : 0;
    var first = recognise(page, turn, dpi, folder);
    if (sideways || first.filter(text -> !text.isPoor()).isPresent()) {
      return first;
    }
    turn = turnNeeded(pgm, folder);
    if (turn == 0) {
      return first;
    }
    var second = recognise(page, turn, dpi, folder);
    boolean better =
        second.isPresent() && (first.isEmpty() || second.get().worth() > first.get().worth());
    return better ? second : first;
  }

  private Optional<PageText> recognise(Gray page, int turn, int dpi, WorkFolder folder)
      throws IOException {
    var upright = turn == 0 ? page : page.turned(turn);
    double slant = upright.slant();
    var level = Math.abs(slant) < LEVEL ? upright : upright.levelled(slant);
    var pgm = Files.createTempFile(folder.path(), "page-", ".pgm");
    level.write(pgm);
    var words =
        new ArrayList<>(
            List.of("tesseract", pgm.toString(), pgm.toString(), "-l", languages(), "--psm", "3"));
    if (dpi > 0) {
      words.addAll(List.of("--dpi", Integer.toString(dpi)));
    }
    words.addAll(List.of("-c", "tessedit_create_txt=1", "-c", "tessedit_create_tsv=1"));
    var outcome = sandbox.program(folder, settings.pageTimeout(), words);
    Files.delete(pgm);
    var text = Path.of(pgm + ".txt");
    var table = Path.of(pgm + ".tsv");
    if (!outcome.ok() || !Files.exists(text) || !Files.exists(table)) {
      return Optional.empty();
    }
    return Optional.of(
        measured(Files.readString(text).replace("\f", "").strip(), Files.readString(table), turn));
  }

  /** Columns of the table: 11th the confidence of a word, 12th the word. */
  private static PageText measured(String text, String table, int turn) {
    int words = 0;
    double sum = 0;
    for (var line : table.lines().skip(1).toList()) {
      var columns = line.split("\t");
      if (columns.length == 12 && !columns[11].isBlank() && !columns[10].startsWith("-")) {
        words++;
        sum += Double.parseDouble(columns[10]);
      }
    }
    return new PageText(text, words == 0 ? 0 : sum / words, words, turn);
  }

  /** Clockwise degrees that put the page upright; 0 when tesseract cannot tell. */
  private int turnNeeded(Path pgm, WorkFolder folder) {
    if (!sandbox.tools().hasLanguage("osd")) {
      return 0;
    }
    var outcome =
        sandbox.program(
            folder,
            settings.pageTimeout(),
            List.of("tesseract", pgm.toString(), "stdout", "--psm", "0", "-l", "osd"));
    var turn = TURN.matcher(outcome.output());
    var confidence = TURN_CONFIDENCE.matcher(outcome.output());
    boolean told =
        outcome.ok()
            && turn.find()
            && confidence.find()
            && Double.parseDouble(confidence.group(1)) > 0.5;
    return told ? Integer.parseInt(turn.group(1)) % 360 : 0;
  }

  private String languages() {
    return String.join(
        "+", settings.languages().stream().filter(sandbox.tools()::hasLanguage).toList());
  }
}
