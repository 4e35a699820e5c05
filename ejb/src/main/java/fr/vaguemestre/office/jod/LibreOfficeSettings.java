package fr.vaguemestre.office.jod;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the office is run.
 *
 * @param home folder that holds {@code program/soffice.bin}
 * @param pool office processes kept warm
 * @param queue conversions that may wait for a free process; one more is turned away
 * @param taskTimeout longest one conversion may take before its process is killed
 * @param maxTasksPerProcess a process is renewed after so many conversions
 * @param memory address space of one process in MiB; 0 for no limit
 * @param work parent of the throw-away profiles
 */
public record LibreOfficeSettings(
    Path home,
    int pool,
    int queue,
    Duration taskTimeout,
    int maxTasksPerProcess,
    int memory,
    Path work) {

  /** Where Debian, the LibreOffice packages and other distributions put it. */
  private static final List<Path> USUAL_HOMES =
      List.of(
          Path.of("/usr/lib/libreoffice"),
          Path.of("/usr/lib64/libreoffice"),
          Path.of("/opt/libreoffice"),
          Path.of("/usr/local/lib/libreoffice"));

  /** Two processes, 20 waiting, one minute each, renewed every 200, 3 GiB at most. */
  public static LibreOfficeSettings usual(Path work) {
    return new LibreOfficeSettings(
        installedHome().orElse(USUAL_HOMES.get(0)), 2, 20, Duration.ofMinutes(1), 200, 3072, work);
  }

  public static Optional<Path> installedHome() {
    return USUAL_HOMES.stream().filter(LibreOfficeSettings::holdsOffice).findFirst();
  }

  static boolean holdsOffice(Path home) {
    return Files.isExecutable(home.resolve("program/soffice.bin"));
  }
}
