package fr.vaguemestre.monitoring;

import fr.vaguemestre.extraction.ReadingTools;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.monitoring.Check.Result;
import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.platform.db.DatabaseProbe;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.storage.ContentStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at what this server needs. Each look is bounded in time and serves for some seconds; one
 * that does not come back in time is down.
 */
@ApplicationScoped
public class Checks {
  private static final Duration SERVES = Duration.ofSeconds(3);

  /** Nobody knocks at the mail server at each probe. */
  private static final Duration SERVES_LONG = Duration.ofSeconds(30);

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration LATER = Duration.ofMinutes(15);
  private static final long GIB = 1L << 30;
  private static final String SILENT = "silent";

  @Inject DatabaseProbe database;
  @Inject ContentStore store;
  @Inject Queues queues;
  @Inject MailSender mail;
  @Inject DocumentConverter office;
  @Inject ReadingTools reading;
  @Inject Disk disk;
  @Inject Clock clock;
  @Resource ManagedExecutorService executor;
  private final Map<Check, Asked<Result>> asked = new EnumMap<>(Check.class);

  @PostConstruct
  void begin() {
    ask(Check.DATABASE, SERVES, this::database);
    ask(Check.STORE, SERVES, this::store);
    ask(Check.DISK, SERVES, this::disk);
    ask(Check.MAIL, SERVES_LONG, this::mail);
    ask(Check.OFFICE, SERVES_LONG, this::office);
    ask(Check.OCR, SERVES_LONG, this::ocr);
  }

  private void ask(Check check, Duration serves, Callable<Result> look) {
    asked.put(check, new Asked<>(executor, clock, serves, PATIENCE, look));
  }

  /** All of them; a database that is away hides what waits in it. */
  public Health look() {
    asked.values().forEach(Asked::begin);
    return new Health(Stream.of(Check.values()).filter(this::applies).map(this::look).toList());
  }

  /** Those without which nothing works, and no others: the quick answer. */
  public Health lookAtVital() {
    return new Health(Stream.of(Check.values()).filter(Check::vital).map(this::look).toList());
  }

  /** Nobody is told of an archive that is not wanted. */
  private boolean applies(Check check) {
    return check != Check.ARCHIVE || queues.figures().map(f -> f.archive() != null).orElse(false);
  }

  private Result look(Check check) {
    return switch (check) {
      case INDEX -> counted(check, f -> late(check, f.index(), SOON));
      case JOURNAL -> counted(check, f -> late(check, f.journal(), SOON));
      case QUEUE -> counted(check, this::queue);
      case ARCHIVE -> counted(check, f -> archive(f.archive()));
      case JOBS -> counted(check, Checks::jobs);
      default -> asked.get(check).answer().orElseGet(() -> Result.down(check, SILENT, null));
    };
  }

  private Result counted(Check check, Function<Figures, Result> judge) {
    return queues.figures().map(judge).orElseGet(() -> Result.down(check, "unknown", null));
  }

  private Result database() throws Exception {
    database.ask();
    return Result.up(Check.DATABASE, null);
  }

  private Result store() throws Exception {
    store.probe();
    return Result.up(Check.STORE, null);
  }

  /** Whoever adds a disk later still wants the server meanwhile: never vital. */
  private Result disk() {
    long free = disk.free();
    var gib = Long.toString(free / GIB);
    if (free < GIB) {
      return Result.down(Check.DISK, "full", gib);
    }
    return free < 5 * GIB ? Result.degraded(Check.DISK, "low", gib) : Result.up(Check.DISK, gib);
  }

  private Result mail() {
    var host = Setting.VAGUEMESTRE_SMTP_HOST.value();
    if (host.isEmpty() && !Setting.VAGUEMESTRE_DEMO.on()) {
      return Result.degraded(Check.MAIL, "unset", null);
    }
    return mail.reachable()
        ? Result.up(Check.MAIL, null)
        : Result.degraded(Check.MAIL, "unreachable", null);
  }

  private Result office() {
    return office.installed()
        ? Result.up(Check.OFFICE, null)
        : Result.degraded(Check.OFFICE, "missing", null);
  }

  private Result ocr() {
    var missing =
        reading.found().stream()
            .filter(tool -> !tool.there())
            .map(ReadingTools.Tool::name)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Result.up(Check.OCR, null)
        : Result.degraded(Check.OCR, "missing", missing);
  }

  private Result late(Check check, Figures.Backlog backlog, Duration patience) {
    var count = Long.toString(backlog.count());
    return isLate(backlog.oldest(), patience)
        ? Result.degraded(check, "late", count)
        : Result.up(check, count);
  }

  private Result queue(Figures figures) {
    if (isLate(figures.oldest(), LATER)) {
      return Result.degraded(Check.QUEUE, "late", null);
    }
    return figures.dead() > 0
        ? Result.degraded(Check.QUEUE, "dead", Long.toString(figures.dead()))
        : Result.up(Check.QUEUE, null);
  }

  static Result archive(Figures.Archive archive) {
    return archive != null && archive.failing()
        ? Result.degraded(Check.ARCHIVE, "failing", archive.failed())
        : Result.up(Check.ARCHIVE, null);
  }

  private static Result jobs(Figures figures) {
    return figures.failedJobs() > 0
        ? Result.degraded(Check.JOBS, "failed", Long.toString(figures.failedJobs()))
        : Result.up(Check.JOBS, null);
  }

  private boolean isLate(Instant oldest, Duration patience) {
    return oldest != null && oldest.plus(patience).isBefore(clock.instant());
  }
}
