package fr.vaguemestre.extraction.tika;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program on hostile bytes: low priority, no network where the machine allows it, bounded
 * memory, time and disk, an emptied environment, output into the job's own folder.
 */
final class Sandbox {

  private static final int OUTPUT = 2 * 1024 * 1024;
  private static final List<String> EVERY =
      List.of("--fsize=1073741824", "--nofile=512", "--core=0");

  /** {@code exit} is -1 when the time was up. */
  record Outcome(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }
  }

  private final Tools tools;
  private final ExtractionSettings settings;
  private final ChildClassPath classPath;

  Sandbox(ExtractionSettings settings, Tools tools, ChildClassPath classPath) {
    this.settings = settings;
    this.tools = tools;
    this.classPath = classPath;
  }

  Tools tools() {
    return tools;
  }

  /** A program of the machine, found by {@link Tools}; it must be there. */
  Outcome program(WorkFolder folder, Duration limit, List<String> words) {
    var command = new ArrayList<String>(tools.isolation());
    limits(command, List.of("--as=2147483648", "--cpu=" + limit.toSeconds()));
    command.add(tools.program(words.get(0)).orElseThrow().toString());
    command.addAll(words.subList(1, words.size()));
    return run(folder, limit, command);
  }

  /** Our own code on pictures. */
  Outcome pictures(WorkFolder folder, Duration limit, List<String> words) {
    return ours(folder, limit, "Pictures", words);
  }

  /** Our own code in a JVM of its own: its heap is the memory limit. */
  Outcome ours(WorkFolder folder, Duration limit, String program, List<String> words) {
    var command = new ArrayList<String>(tools.isolation());
    limits(command, List.of("--cpu=" + limit.toSeconds()));
    command.add(java().toString());
    command.addAll(
        List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder.path(),
            "-cp",
            classPath.value(),
            "fr.vaguemestre.extraction.tika.child." + program));
    command.addAll(words);
    return run(folder, limit, command);
  }

  /** The JVM we run on. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private void limits(List<String> command, List<String> more) {
    tools
        .program("prlimit")
        .ifPresent(
            prlimit -> {
              command.add(prlimit.toString());
              command.addAll(EVERY);
              command.addAll(more);
            });
  }

  private Outcome run(WorkFolder folder, Duration limit, List<String> command) {
    Process process = null;
    try {
      var output = Files.createTempFile(folder.path(), "output-", ".txt");
      var builder = new ProcessBuilder(command).directory(folder.path().toFile());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      var tessdata = System.getenv("TESSDATA_PREFIX");
      builder.environment().clear();
      builder.environment().put("PATH", settings.path());
      builder.environment().put("LANG", "C.UTF-8");
      builder.environment().put("TMPDIR", folder.path().toString());
      // Tesseract's own threads make a page six times slower: pages are what runs in parallel.
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      if (tessdata != null) {
        builder.environment().put("TESSDATA_PREFIX", tessdata);
      }
      process = builder.start();
      boolean ended = process.waitFor(3 * limit.toMillis(), TimeUnit.MILLISECONDS);
      try (var in = Files.newInputStream(output)) {
        var text = new String(in.readNBytes(OUTPUT), StandardCharsets.UTF_8);
        return new Outcome(ended ? process.exitValue() : -1, text);
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "extraction: cannot run " + command.get(command.size() - 1), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("extraction: interrupted", e);
    } finally {
      if (process != null && process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }
}
