package fr.vaguemestre.it.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One table of a bench, told line by line and kept in {@code it/target/bench-results}, in Markdown
 * and in JSON, with what the machine is. Kept anew at each line, so that a bench cut short keeps
 * what it had. Units stand in the names of the columns.
 */
final class Report {
  private static final Path FOLDER =
      BenchServer.home().resolve("it").resolve("target").resolve("bench-results");

  private final String name;
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  /**
   * @param name of the files
   */
  Report(String name, String... columns) {
    this.name = name;
    this.columns = List.of(columns);
    System.out.println(head());
  }

  /** A cell for each column: a text, or a number, told with one digit after the point. */
  void row(Object... cells) {
    var row = Arrays.asList(cells);
    rows.add(row);
    System.out.println(line(row));
    keep();
  }

  private void keep() {
    try {
      Files.createDirectories(FOLDER);
      var table = rows.stream().map(Report::line).collect(Collectors.joining("\n"));
      Files.writeString(
          FOLDER.resolve(name + ".md"), Machine.sentence() + "\n\n" + head() + "\n" + table + "\n");
      Files.writeString(FOLDER.resolve(name + ".json"), json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String head() {
    return "| " + String.join(" | ", columns) + " |\n|" + "---|".repeat(columns.size());
  }

  private static String line(List<Object> row) {
    return row.stream().map(Report::shown).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String shown(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : "%.1f", number)
        : String.valueOf(cell);
  }

  private String json() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (var row : rows) {
      var one = Json.createObjectBuilder();
      for (int i = 0; i < columns.size(); i++) {
        put(one, columns.get(i), row.get(i));
      }
      all.add(one);
    }
    return Json.createObjectBuilder()
        .add("bench", name)
        .add("machine", Machine.json())
        .add("rows", all)
        .build()
        .toString();
  }

  private static void put(JsonObjectBuilder row, String column, Object cell) {
    switch (cell) {
      case Double number when Double.isFinite(number) ->
          row.add(column, BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP));
      case Integer number -> row.add(column, number);
      case Long number -> row.add(column, number);
      default -> row.add(column, String.valueOf(cell));
    }
  }
}
