package fr.vaguemestre.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version this was built as, from what Maven leaves in the jar. */
final class BuildVersion {
  static final String OURS = read();

  private static final String PLACE =
      "/META-INF/maven/fr.vaguemestre/vaguemestre-ejb/pom.properties";

  private BuildVersion() {}

  private static String read() {
    try (var in = BuildVersion.class.getResourceAsStream(PLACE)) {
      var said = new Properties();
      if (in != null) {
        said.load(in);
      }
      return said.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
