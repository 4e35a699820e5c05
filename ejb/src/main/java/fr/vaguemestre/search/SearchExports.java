package fr.vaguemestre.search;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.search.pdf.PdfSheet;
import fr.vaguemestre.transfer.CsvFile;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a search found as a file, whole, page by page from the index: the reader's letters and no
 * other. First {@link #begin}, which the town's journal keeps, then {@link #make}.
 */
@Stateless
public class SearchExports {
  private static final System.Logger LOG = System.getLogger(SearchExports.class.getName());
  private static final int PAGE = 500;

  @Inject Searches searches;
  @Inject Journal journal;

  /** A kind of file, and the most letters it takes. */
  public enum Format {
    CSV("text/csv; charset=UTF-8", 100_000),
    ODS(OdsSheet.TYPE, 100_000),
    PDF("application/pdf", 5_000);

    private final String mediaType;
    private final int most;

    Format(String mediaType, int most) {
      this.mediaType = mediaType;
      this.most = most;
    }

    public int most() {
      return most;
    }

    public String mediaType() {
      return mediaType;
    }

    /** By its name in lower case; null for none. */
    public static Format called(String name) {
      return Stream.of(values()).filter(f -> Asked.name(f).equals(name)).findFirst().orElse(null);
    }
  }

  /** The columns, in their order; the word for each is {@code search.column.NAME}. */
  private enum Column {
    CHRONO,
    SUBJECT,
    SENDER,
    TYPE,
    UNIT,
    AGENT,
    STATE,
    PRIORITY,
    ARRIVAL,
    DEADLINE,
    TAGS;

    Object of(LetterLine letter) {
      return switch (this) {
        case CHRONO -> letter.chrono();
        case SUBJECT -> letter.subject();
        case SENDER -> letter.sender();
        case TYPE -> letter.typeLabel();
        case UNIT -> letter.unitLabel();
        case AGENT -> letter.assignee();
        case STATE -> letter.stateLabel();
        case PRIORITY -> letter.priorityLabel();
        case ARRIVAL -> letter.arrivalDate();
        case DEADLINE -> letter.deadline();
        case TAGS -> String.join(", ", letter.tags());
      };
    }
  }

  /**
   * Notes in the journal that these letters leave: how many, never which nor what was asked, since
   * others read the journal.
   *
   * @throws Refusal when they are more than the format takes, or cannot be counted now
   */
  public void begin(Reader reader, Asked asked, Format format) {
    var found = searches.find(reader, wish(reader, asked).limit(1));
    if (found.approximate()) {
      throw new Refusal("search.export-behind");
    }
    long total = found.total();
    bounded(total, format);
    journal.record(
        reader,
        null,
        "EXPORT_SEARCH",
        null,
        null,
        Map.of("code", format.name(), "letters", total),
        null);
  }

  /**
   * Makes the file, to be closed after use: whole, or none.
   *
   * @param words the texts of the file by their key, in the reader's language
   * @throws Refusal why there is none
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ExportFile make(Reader reader, Asked asked, Format format, UnaryOperator<String> words) {
    ExportFile file = null;
    try {
      file = ExportFile.open(reader.tenant(), reader.agent());
      write(reader, asked, format, words, file.out());
      return file;
    } catch (Error failed) {
      thrownAway(file, failed);
      throw failed;
    } catch (IOException | RuntimeException failed) {
      thrownAway(file, failed);
      if (failed instanceof Refusal refused) {
        throw refused;
      }
      LOG.log(Level.ERROR, "An export of " + format + " was given up", failed);
      throw Refusal.of(Refusal.Kind.CONFLICT, "search.export-failed");
    }
  }

  /**
   * Writes the file and closes {@code out}, which may look whole after a failure too.
   *
   * @param words the texts of the file by their key, in the reader's language
   * @throws Refusal when there are more than the format takes by now, or too many wait for the
   *     index
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void write(
      Reader reader, Asked asked, Format format, UnaryOperator<String> words, OutputStream out)
      throws IOException {
    try (var sheet = sheet(format, words, out)) {
      var wish = wish(reader, asked).limit(PAGE);
      var written = new HashSet<Long>();
      for (var next = ""; next != null; ) {
        var page = searches.find(reader, next.isEmpty() ? wish : wish.after(next));
        if (page.approximate()) {
          throw new Refusal("search.export-behind"); // its pages may end before the last letter
        }
        for (var item : page.items()) {
          if (written.add(item.letter().id())) {
            bounded(written.size(), format);
            sheet.row(Arrays.stream(Column.values()).map(c -> c.of(item.letter())).toList());
          }
        }
        next = page.next();
      }
    }
  }

  private static void bounded(long letters, Format format) {
    if (letters > format.most) {
      throw new Refusal("search.export-too-many", letters, format.most);
    }
  }

  private static void thrownAway(ExportFile file, Throwable failed) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException second) {
      failed.addSuppressed(second);
    }
  }

  private SearchWish wish(Reader reader, Asked asked) {
    return searches.wish(reader, asked).withoutSnippets();
  }

  private static ResultSheet sheet(Format format, UnaryOperator<String> words, OutputStream out)
      throws IOException {
    var columns =
        Arrays.stream(Column.values()).map(c -> words.apply("search.column." + c)).toList();
    var title = words.apply("search.title");
    return switch (format) {
      case CSV -> csv(out, columns);
      case ODS -> new OdsSheet(out, title, columns);
      case PDF -> new PdfSheet(out, title, columns);
    };
  }

  private static ResultSheet csv(OutputStream out, List<String> columns) throws IOException {
    var file =
        new CsvFile.Sheet(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), columns);
    return new ResultSheet() {
      @Override
      public void row(List<?> cells) throws IOException {
        file.row(cells.stream().map(c -> Objects.toString(c, "")).toList());
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
