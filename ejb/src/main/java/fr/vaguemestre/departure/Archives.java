package fr.vaguemestre.departure;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;

/** The archives of exported towns, on the data disk until they are a week old. */
@ApplicationScoped
public class Archives {
  private static final Duration KEPT = Duration.ofDays(7);

  @Inject TownJobs jobs;
  @Inject Clock clock;

  /** What an archive holds, and its own SHA-256 and length in bytes. */
  record Written(long files, long bytes, String sha256, long size) {}

  /** An archive to be sent. */
  public record Found(Path file, String name) {}

  /**
   * @throws Refusal NOT_FOUND when there is none, not yet or no more
   */
  public Found find(Reader reader, long id) {
    var job = jobs.find(reader, id);
    if (!there(job)) {
      throw Refusal.notFound();
    }
    return new Found(path(id), job.code() + "-" + id + ".zip");
  }

  /** Whether the job's archive can be had. */
  public boolean there(TownJob job) {
    return job.kind() == TownJob.Kind.EXPORT && job.done() && Files.exists(path(job.id()));
  }

  Path path(long id) {
    return folder().resolve(id + ".zip");
  }

  void remove(Collection<Long> ids) throws IOException {
    for (long id : ids) {
      Files.deleteIfExists(path(id));
      Files.deleteIfExists(part(id));
    }
  }

  /** Where an archive grows until it is whole. */
  Path part(long id) {
    return folder().resolve(id + ".zip.part");
  }

  /** Removes the archives that are old enough. */
  void tidy() throws IOException {
    if (!Files.isDirectory(folder())) {
      return;
    }
    var since = clock.instant().minus(KEPT);
    try (var files = Files.newDirectoryStream(folder())) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Path folder() {
    return Setting.VAGUEMESTRE_DATA.path().resolve("exports");
  }
}
