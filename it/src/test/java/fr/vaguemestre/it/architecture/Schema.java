package fr.vaguemestre.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the migrations make, as they are written: one column a line in {@code create table}, or
 * {@code add column} in {@code alter table}. A column that a later one drops is forgotten.
 */
final class Schema {
  private static final Pattern TABLE =
      Pattern.compile("(?m)^create table (\\w+) \\((.*?)^\\);", Pattern.DOTALL);
  private static final Pattern ALTERED = Pattern.compile("(?m)^\\s*alter table (\\w+)\\s+([^;]*);");
  private static final String TEXT = "(varchar|text|jsonb|bytea)\\b";
  private static final Pattern COLUMN = Pattern.compile("(?m)^\\s+(\\w+) " + TEXT);
  private static final Pattern ADDED =
      Pattern.compile("add column (?:if not exists )?(\\w+) " + TEXT);
  private static final Pattern DROPPED = Pattern.compile("drop column (?:if exists )?(\\w+)");

  private static final Pattern RENAMED = Pattern.compile("rename column (\\w+) to (\\w+)");

  private Schema() {}

  static Set<String> tables(Path home) {
    return TABLE
        .matcher(migrations(home))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code table.column} of each that holds text or bytes. */
  static Set<String> texts(Path home) {
    var sql = migrations(home);
    var columns = new TreeSet<String>();
    TABLE.matcher(sql).results().forEach(table -> columns.addAll(named(table, COLUMN)));
    var altered = ALTERED.matcher(sql).results().toList();
    altered.forEach(table -> columns.addAll(named(table, ADDED)));
    altered.forEach(table -> columns.removeAll(named(table, DROPPED)));
    altered.forEach(
        table -> {
          for (var renamed : RENAMED.matcher(table.group(2)).results().toList()) {
            if (columns.remove(table.group(1) + "." + renamed.group(1))) {
              columns.add(table.group(1) + "." + renamed.group(2));
            }
          }
        });
    return columns;
  }

  private static Set<String> named(MatchResult table, Pattern column) {
    return column
        .matcher(table.group(2))
        .results()
        .map(found -> table.group(1) + "." + found.group(1))
        .collect(Collectors.toSet());
  }

  private static String migrations(Path home) {
    try (var files = Files.list(home.resolve("ejb/src/main/resources/db/migration"))) {
      var all = new StringBuilder();
      for (var file : files.sorted().toList()) {
        all.append(Files.readString(file).replaceAll("--[^\\n]*", "")).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
