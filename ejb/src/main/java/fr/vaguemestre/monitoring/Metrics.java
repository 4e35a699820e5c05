package fr.vaguemestre.monitoring;

import fr.vaguemestre.extraction.TextExtractor;
import fr.vaguemestre.office.DocumentConverter;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback.Callback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The metrics of this server as Prometheus reads them. Labels are names of ours, few and fixed:
 * never a town, an agent or a letter. What the database holds is left out while it is silent.
 */
@ApplicationScoped
public class Metrics {
  /** Media type of {@link #write}. */
  public static final String TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final Logger LOG = Logger.getLogger(Metrics.class.getName());

  @Inject Queues queues;
  @Inject Checks checks;
  @Inject Disk disk;
  @Inject Pools pools;
  @Inject DocumentConverter office;
  @Inject TextExtractor reading;
  @Inject Clock clock;
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

  @PostConstruct
  void begin() {
    JvmMetrics.builder().register(registry);
    registry.register(MeasuredRequests.TIMES);
    lanes();
    jobs();
    number("index_waiting", "Letters the search does not know yet.", f -> f.index().count());
    number("index_lag_seconds", "Age of the oldest of them.", f -> age(f.index().oldest()));
    number(
        "index_failed",
        "Letters the search could not take, or only without their texts.",
        Figures::unindexed);
    number("journal_unsealed", "Journal entries not yet sealed.", f -> f.journal().count());
    number("journal_lag_seconds", "Age of the oldest of them.", f -> age(f.journal().oldest()));
    number(
        "mails_in_doubt",
        "Mails of the last seven days of which nobody knows whether they left.",
        Figures::doubtfulMails);
    counted(
        "wal_archive_failing",
        "1 while PostgreSQL cannot archive its log, 0 otherwise; nothing where it is not told to.",
        (f, c) -> {
          if (f.archive() != null) {
            c.call(f.archive().failing() ? 1 : 0);
          }
        });
    counted(
        "wal_archive_last_timestamp_seconds",
        "When PostgreSQL last archived a segment of its log.",
        (f, c) -> {
          if (f.archive() != null && f.archive().lastAt() != null) {
            c.call(f.archive().lastAt().getEpochSecond());
          }
        });
    gauge("disk_free_bytes", "Free on the disk of the data folder.", c -> c.call(disk.free()));
    gauge("disk_total_bytes", "Size of the disk of the data folder.", c -> c.call(disk.total()));
    gauge("converter_busy", "Conversions under way or waiting.", c -> c.call(office.busy()));
    gauge("ocr_pages_busy", "Pages being recognised.", c -> c.call(reading.pagesUnderWay()));
    gauge(
        "check_status",
        "0 up, 1 degraded, 2 down.",
        c -> checks.look().results().forEach(r -> c.call(r.status().ordinal(), r.check().title())),
        "check");
    gauge(
        "db_pool_connections",
        "Connections of each pool: used, available, most used at once; waited counts requests that had to wait.",
        c -> pools.each((pool, state, count) -> c.call(count, pool, state)),
        "pool",
        "state");
    registry.register(version());
  }

  public void write(OutputStream out) throws IOException {
    writer.write(out, registry.scrape(), EscapingScheme.DEFAULT);
  }

  private static Info version() {
    var version =
        Info.builder()
            .name("vaguemestre_build_info")
            .help("The version this server runs.")
            .labelNames("version")
            .build();
    version.addLabelValues(BuildVersion.OURS);
    return version;
  }

  private void lanes() {
    lane("outbox_waiting", "Intentions ready or put off.", Figures.LaneDepth::waiting);
    lane("outbox_running", "Intentions being carried out.", Figures.LaneDepth::running);
    lane("outbox_dead", "Intentions given up, to be replayed.", Figures.LaneDepth::dead);
    lane("outbox_oldest_seconds", "Age of the oldest that waits.", l -> age(l.oldest()));
  }

  private void jobs() {
    job(
        "job_last_end_timestamp_seconds",
        "When the last run of any town ended.",
        (j, c) -> {
          if (j.endedAt() != null) {
            c.call(j.endedAt().getEpochSecond(), j.job().title());
          }
        });
    job(
        "job_last_duration_seconds",
        "Longest of the last runs, one a town.",
        (j, c) -> c.call(j.seconds(), j.job().title()));
    job("job_running", "Runs under way.", (j, c) -> c.call(j.running(), j.job().title()));
    job(
        "job_failed_towns",
        "Towns whose last run failed.",
        (j, c) -> c.call(j.failed(), j.job().title()));
  }

  private void lane(String name, String help, ToDoubleFunction<Figures.LaneDepth> value) {
    counted(
        name,
        help,
        (f, c) -> f.lanes().forEach(l -> c.call(value.applyAsDouble(l), l.lane().title())),
        "lane");
  }

  private void job(String name, String help, BiConsumer<Figures.JobLast, Callback> call) {
    counted(name, help, (f, c) -> f.jobs().forEach(j -> call.accept(j, c)), "job");
  }

  private void number(String name, String help, ToDoubleFunction<Figures> value) {
    counted(name, help, (f, c) -> c.call(value.applyAsDouble(f)));
  }

  private void counted(
      String name, String help, BiConsumer<Figures, Callback> call, String... labels) {
    gauge(name, help, c -> queues.figures().ifPresent(f -> call.accept(f, c)), labels);
  }

  private void gauge(String name, String help, Consumer<Callback> call, String... labels) {
    registry.register(
        GaugeWithCallback.builder()
            .name("vaguemestre_" + name)
            .help(help)
            .labelNames(labels)
            .callback(c -> leftOutWhenItFails(name, () -> call.accept(c)))
            .build());
  }

  /** A disk that went away takes no other figure with it. */
  private static void leftOutWhenItFails(String name, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> name + " is left out");
    }
  }

  private double age(Instant since) {
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }
}
