package fr.vaguemestre.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The very statements that the server sends for one page, taken from PostgreSQL's log with their
 * values, to be run again by themselves: the floor of that page.
 */
final class PageSql {
  private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
  private static final Pattern HEAD =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\d .*? (LOG|DETAIL|ERROR|HINT|STATEMENT): +(.*)$");

  private PageSql() {}

  /** What is sent while the page is asked for once, statements that read letters only. */
  static List<String> of(Runnable page) {
    var log = BenchServer.data().resolve("postgres.log");
    try {
      set("alter system set log_statement = 'all'");
      long from = Files.size(log);
      page.run();
      BenchServer.pause(300);
      set("alter system reset log_statement");
      return statements(Files.readString(log).substring((int) from)).stream()
          .filter(sql -> sql.contains("correspondence c"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(String command) {
    try (var connection = BenchServer.database("postgres");
        var statement = connection.createStatement()) {
      statement.execute(command);
      statement.execute("select pg_reload_conf()");
      BenchServer.pause(300);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> statements(String log) {
    var found = new ArrayList<String>();
    StringBuilder current = null;
    for (var line : log.lines().toList()) {
      var head = HEAD.matcher(line);
      if (!head.matches()) {
        if (current != null) {
          current.append('\n').append(line);
        }
      } else if (head.group(1).equals("LOG") && head.group(2).startsWith("execute")) {
        current = new StringBuilder(head.group(2).replaceFirst("execute [^:]*: ", ""));
      } else if (head.group(1).equals("DETAIL") && current != null) {
        found.add(filled(current.toString(), head.group(2)));
        current = null;
      }
    }
    return found;
  }

  private static String filled(String sql, String detail) {
    var values = new TreeMap<Integer, String>(Comparator.reverseOrder());
    for (var value = VALUE.matcher(detail); value.find(); ) {
      values.put(Integer.parseInt(value.group(1)), value.group(2));
    }
    var text = sql;
    for (var value : values.entrySet()) {
      text = text.replace("$" + value.getKey(), value.getValue());
    }
    return text;
  }
}
