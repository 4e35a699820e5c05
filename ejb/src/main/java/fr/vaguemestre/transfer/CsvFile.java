package fr.vaguemestre.transfer;

import fr.vaguemestre.platform.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as spreadsheets write and read it (RFC 4180): UTF-8 with or without its mark, {@code ;} or
 * {@code ,} between values, a header. What is written opens without being computed: a value that
 * begins like a formula gets an apostrophe, taken off again when the file comes back.
 */
public final class CsvFile {
  private static final char MARK = '\uFEFF';
  private static final String FORMULA = "=+-@\t\r";

  private CsvFile() {}

  /** A file whatever its columns, named in lower case. */
  public record Table(List<String> columns, List<Line> lines) {}

  /**
   * @throws Refusal on {@code file} when it is not UTF-8, not CSV, or without one of the columns
   */
  static List<Line> read(byte[] bytes, List<String> columns) {
    var table = table(bytes);
    for (var column : columns) {
      if (!table.columns().contains(column)) {
        throw Refusal.field("file", "transfer.column-missing", column, String.join(", ", columns));
      }
    }
    return table.lines().stream()
        .filter(line -> columns.stream().anyMatch(column -> line.text(column) != null))
        .toList();
  }

  /**
   * Every line that is not blank.
   *
   * @throws Refusal on {@code file} when it is not UTF-8 or not CSV
   */
  public static Table table(byte[] bytes) {
    var text = decoded(bytes);
    var header = text.lines().findFirst().orElse("");
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(header.contains(";") ? ';' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(false)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .get();
    try (var parser = format.parse(new StringReader(text))) {
      var columns = parser.getHeaderNames().stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
      var lines = new ArrayList<Line>();
      long number = parser.getCurrentLineNumber() + 1;
      for (var record : parser) {
        var values = new HashMap<String, String>();
        for (var column : columns) {
          values.put(column, record.isSet(column) ? plain(record.get(column)) : null);
        }
        if (values.values().stream().anyMatch(v -> v != null && !v.isBlank())) {
          lines.add(new Line(number, values));
        }
        number = parser.getCurrentLineNumber() + 1;
      }
      return new Table(columns, lines);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw Refusal.field("file", "transfer.not-csv");
    }
  }

  /** The header and the rows, for a spreadsheet: with the mark, {@code ;} between values. */
  public static byte[] write(List<String> columns, List<List<String>> rows) {
    var text = new StringWriter();
    try (var sheet = new Sheet(text, columns)) {
      for (var row : rows) {
        sheet.row(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same a row at a time. */
  public static final class Sheet implements Closeable {
    private final CSVPrinter printer;

    public Sheet(Writer out, List<String> columns) throws IOException {
      out.append(MARK);
      printer =
          new CSVPrinter(
              out,
              CSVFormat.RFC4180
                  .builder()
                  .setDelimiter(';')
                  .setHeader(columns.toArray(String[]::new))
                  .get());
    }

    public void row(List<String> values) throws IOException {
      printer.printRecord(values.stream().map(CsvFile::safe).toList());
    }

    @Override
    public void close() throws IOException {
      printer.close();
    }
  }

  private static String safe(String value) {
    return value != null && !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0
        ? "'" + value
        : value;
  }

  private static String plain(String value) {
    return value.length() > 1 && value.charAt(0) == '\'' && FORMULA.indexOf(value.charAt(1)) >= 0
        ? value.substring(1)
        : value;
  }

  private static String decoded(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Refusal.field("file", "transfer.not-utf8");
    }
  }
}
