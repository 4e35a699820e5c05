package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An address of the API, as its description has it (a test of the API holds it to the code).
 *
 * @param takes the first kind of body it takes; null when it takes none
 */
record Route(String verb, String path, String takes) {
  private static final Path DESCRIPTION =
      Path.of("../api/src/main/resources/META-INF/openapi.yaml");

  /** All there are. */
  static List<Route> all() {
    var routes = new ArrayList<Route>();
    var path = "";
    for (var line : lines()) {
      if (line.matches("  /v1/.*:")) {
        path = line.strip().replace(":", "");
      } else if (line.matches("    (get|post|put|delete):") && !path.isEmpty()) {
        routes.add(new Route(line.strip().replace(":", "").toUpperCase(Locale.ROOT), path, null));
      } else if (line.matches(" {10}(application/json|multipart/form-data):") && !path.isEmpty()) {
        var last = routes.removeLast();
        var takes = last.takes() == null ? line.strip().replace(":", "") : last.takes();
        routes.add(new Route(last.verb(), last.path(), takes));
      } else if (line.equals("components:")) {
        path = "";
      }
    }
    assertThat(routes).hasSizeGreaterThan(25);
    return routes;
  }

  /** Whether its body comes in parts alone. */
  boolean multipart() {
    return "multipart/form-data".equals(takes);
  }

  boolean of(String place) {
    return path.startsWith(place);
  }

  boolean reads() {
    return verb.equals("GET");
  }

  /** With these values in the place of its parameters' names; 1 for the others. */
  String with(Map<String, String> values) {
    var filled = path;
    for (var value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled.replaceAll("\\{\\w+}", "1");
  }

  @Override
  public String toString() {
    return verb + " " + path;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DESCRIPTION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
