package fr.vaguemestre.extraction.tika;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The programs of the machine that extraction leans on: looked for once, at start-up. */
public final class Tools {

  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)+");

  /**
   * @param name {@code tesseract}, {@code fra}, {@code osd}, {@code pdftoppm}, {@code pdfinfo},
   *     {@code prlimit}…
   * @param version null when unknown
   * @param without what is lost when it is missing, a message key
   */
  public record Found(String name, boolean there, String version, String without) {}

  private final Map<String, Path> programs = new HashMap<>();
  private final List<String> languages = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final List<String> isolation = new ArrayList<>();

  private Tools() {}

  /**
   * Looks along {@code path} (as in {@code PATH}) and asks each program its version: about 0.2 s.
   */
  public static Tools look(String path, List<String> wantedLanguages) {
    var tools = new Tools();
    tools.program(path, "tesseract", "extraction.no-tesseract", "--version");
    tools.tesseractLanguages(wantedLanguages);
    tools.program(path, "pdftoppm", "extraction.no-poppler", "-v");
    tools.program(path, "pdfinfo", "extraction.no-poppler", "-v");
    tools.program(path, "pdfimages", "extraction.no-poppler", "-v");
    tools.program(path, "prlimit", "extraction.no-limits", "--version");
    tools.program(path, "nice", "extraction.no-limits", "--version");
    tools.program(path, "ionice", "extraction.no-limits", "--version");
    tools.program(path, "unshare", "extraction.no-network-wall", "--version");
    tools.isolate();
    return tools;
  }

  /** For {@code doctor} and the administrator's screen. */
  public List<Found> found() {
    return List.copyOf(found);
  }

  Optional<Path> program(String name) {
    return Optional.ofNullable(programs.get(name));
  }

  boolean hasLanguage(String language) {
    return languages.contains(language);
  }

  /**
   * Command words to put before a child's: no network, low priority. Empty when the machine has
   * none of them.
   */
  List<String> isolation() {
    return isolation;
  }

  private void program(String path, String name, String without, String versionFlag) {
    for (var folder : path.split(":")) {
      var candidate = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isExecutable(candidate)) {
        programs.put(name, candidate);
        var matcher = VERSION.matcher(ask(candidate.toString(), versionFlag).orElse(""));
        found.add(new Found(name, true, matcher.find() ? matcher.group() : null, without));
        return;
      }
    }
    found.add(new Found(name, false, null, without));
  }

  private void tesseractLanguages(List<String> wanted) {
    program("tesseract")
        .flatMap(tesseract -> ask(tesseract.toString(), "--list-langs"))
        .ifPresent(list -> list.lines().map(String::strip).forEach(languages::add));
    var all = new ArrayList<>(wanted);
    all.add("osd");
    for (var language : all) {
      found.add(new Found(language, hasLanguage(language), null, "extraction.no-language"));
    }
  }

  private void isolate() {
    program("unshare")
        .ifPresent(
            unshare -> {
              // An ordinary user needs a user namespace of its own to drop the network; root does
              // not.
              for (var flags : List.of(List.of("-n"), List.of("-r", "-n"))) {
                var words = new ArrayList<>(List.of(unshare.toString()));
                words.addAll(flags);
                if (isolation.isEmpty() && works(words)) {
                  isolation.addAll(words);
                }
              }
            });
    program("nice").ifPresent(nice -> isolation.addAll(List.of(nice.toString(), "-n", "10")));
    program("ionice")
        .map(ionice -> List.of(ionice.toString(), "-c", "3"))
        .filter(Tools::works)
        .ifPresent(isolation::addAll);
  }

  private static boolean works(List<String> prefix) {
    var command = new ArrayList<>(prefix);
    command.add("true");
    return ask(command.toArray(String[]::new)).isPresent();
  }

  /** What our own machine's program prints, or empty when it fails or hangs. */
  private static Optional<String> ask(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readNBytes(10_000));
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
