package fr.vaguemestre.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the server's process takes while a load runs: heap in use, looked at each second, peak RSS,
 * processor time.
 */
final class Cost implements AutoCloseable {
  private final long pid = BenchServer.serverPid();
  private final double before = processor();
  private final AtomicLong heap = new AtomicLong();
  private final Process jstat;
  private final Thread reading;

  Cost() {
    try {
      var tool = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
      jstat = new ProcessBuilder(tool, "-gc", String.valueOf(pid), "1000").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reading = new Thread(this::read, "cost");
    reading.start();
  }

  /** Megabytes of heap in use at most, garbage included. */
  long heapMb() {
    return heap.get() / 1024;
  }

  /** Megabytes the process ever held. */
  long rssMb() {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seconds of processor since the load began, all threads of the server, none of its children. */
  double processorSeconds() {
    return processor() - before;
  }

  private double processor() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(time -> time.toMillis() / 1000.0)
        .orElse(0.0);
  }

  /** Columns 3, 4, 6 and 8: survivors, eden, old, in kilobytes. */
  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(jstat.getInputStream()))) {
      for (String line; (line = lines.readLine()) != null; ) {
        var words = line.strip().split("\\s+");
        if (words.length > 8 && !words[0].startsWith("S")) {
          double used = 0;
          for (int column : new int[] {2, 3, 5, 7}) {
            used +=
                words[column].equals("-") ? 0 : Double.parseDouble(words[column].replace(',', '.'));
          }
          long now = (long) used;
          heap.accumulateAndGet(now, Math::max);
        }
      }
    } catch (IOException e) {
      // jstat was ended: the last sample stands.
    }
  }

  @Override
  public void close() {
    jstat.destroy();
  }
}
