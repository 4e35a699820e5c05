package fr.vaguemestre.it.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a bench ran on. */
final class Machine {
  private Machine() {}

  static String sentence() {
    return "%s, %d processors, %d MB, %s, Java %s, %s."
        .formatted(
            processor(),
            processors(),
            megabytes(),
            system(),
            Runtime.version(),
            LocalDate.now(ZoneOffset.UTC));
  }

  static JsonObject json() {
    return Json.createObjectBuilder()
        .add("processor", processor())
        .add("processors", processors())
        .add("megabytes", megabytes())
        .add("system", system())
        .add("java", Runtime.version().toString())
        .add("day", LocalDate.now(ZoneOffset.UTC).toString())
        .build();
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String processor() {
    return field("/proc/cpuinfo", "model name");
  }

  private static long megabytes() {
    var kilobytes = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kilobytes.isEmpty() ? 0 : Long.parseLong(kilobytes) / 1024;
  }

  private static String system() {
    return System.getProperty("os.name") + " " + System.getProperty("os.version");
  }

  /** Of a line {@code name: value}; empty where the system has none. */
  private static String field(String file, String name) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
