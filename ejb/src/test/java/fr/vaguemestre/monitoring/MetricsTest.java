package fr.vaguemestre.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.monitoring.Check.Result;
import fr.vaguemestre.outbox.Lane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector reads. */
class MetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final Metrics metrics = new Metrics();
  private boolean full;
  private Figures figures = figures(null);

  private static Figures figures(Figures.Archive archive) {
    return new Figures(
        NOW,
        Stream.of(Lane.values())
            .map(l -> new Figures.LaneDepth(l, 3, 1, 2, NOW.minusSeconds(90)))
            .toList(),
        new Figures.Backlog(7, NOW.minusSeconds(30)),
        5,
        new Figures.Backlog(0, null),
        archive,
        List.of(new Figures.JobLast(Job.CONSISTENCY, NOW, 12.5, 0, 1)),
        4,
        "56",
        "18.1");
  }

  @BeforeEach
  void begin() {
    metrics.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    metrics.disk =
        new Disk() {
          @Override
          public long free() {
            if (full) {
              throw new UncheckedIOException(new IOException("the disk"));
            }
            return 100;
          }

          @Override
          public long total() {
            return 200;
          }
        };
    metrics.pools = new Pools();
    metrics.office = (source, type, folder) -> folder;
    metrics.reading = (file, type, progress) -> null;
    metrics.queues =
        new Queues() {
          @Override
          public Optional<Figures> figures() {
            return Optional.ofNullable(figures);
          }
        };
    metrics.checks =
        new Checks() {
          @Override
          public Health look() {
            return new Health(
                List.of(
                    Result.up(Check.DATABASE, null), Result.degraded(Check.MAIL, "unset", null)));
          }
        };
    metrics.begin();
  }

  @Test
  void queues_jobs_and_checks_are_told_under_fixed_names() throws IOException {
    assertThat(read())
        .contains("vaguemestre_outbox_waiting{lane=\"outside\"} 3.0")
        .contains("vaguemestre_outbox_oldest_seconds{lane=\"extract\"} 90.0")
        .contains("vaguemestre_index_lag_seconds 30.0")
        .contains("vaguemestre_journal_lag_seconds 0.0")
        .contains("vaguemestre_job_failed_towns{job=\"consistency\"} 1.0")
        .contains("vaguemestre_job_last_duration_seconds{job=\"consistency\"} 12.5")
        .contains("vaguemestre_mails_in_doubt 4.0")
        .contains("vaguemestre_check_status{check=\"mail\"} 1.0")
        .contains("vaguemestre_build_info{version=")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void an_archive_of_the_log_that_fails_is_told_and_none_where_none_is_wanted() throws IOException {
    assertThat(read()).doesNotContain("vaguemestre_wal_archive_failing ");
    figures = figures(new Figures.Archive(NOW.minusSeconds(60), NOW.minusSeconds(90), "01"));
    assertThat(read())
        .contains("vaguemestre_wal_archive_failing 0.0")
        .contains("vaguemestre_wal_archive_last_timestamp_seconds 1.7");
    figures = figures(new Figures.Archive(NOW.minusSeconds(90), NOW.minusSeconds(60), "02"));
    assertThat(read()).contains("vaguemestre_wal_archive_failing 1.0");
    assertThat(Checks.archive(figures.archive()))
        .isEqualTo(Result.degraded(Check.ARCHIVE, "failing", "02"));
    figures = figures(new Figures.Archive(null, NOW, "01"));
    assertThat(read()).contains("vaguemestre_wal_archive_failing 1.0");
    assertThat(Checks.archive(new Figures.Archive(null, null, null)))
        .as("nothing written yet")
        .isEqualTo(Result.up(Check.ARCHIVE, null));
  }

  @Test
  void while_the_database_is_silent_the_rest_is_told() throws IOException {
    figures = null;
    assertThat(read())
        .doesNotContain("vaguemestre_outbox_waiting{")
        .contains("vaguemestre_converter_busy 0.0");
  }

  @Test
  void a_figure_that_fails_is_left_out_alone() throws IOException {
    full = true;
    assertThat(read())
        .doesNotContain("vaguemestre_disk_free_bytes ")
        .contains("vaguemestre_disk_total_bytes 200.0");
  }

  @Test
  void requests_are_told_by_kind_of_address_never_by_address() throws IOException {
    MeasuredRequests.TIMES.labelValues("rest", "2xx").observe(0.02);
    assertThat(read())
        .contains(
            "vaguemestre_http_request_duration_seconds_bucket{route=\"rest\",status=\"2xx\",le=");
  }

  @Test
  void every_address_has_one_of_few_kinds() {
    assertThat(Route.of("/api", "/v1/correspondences/12")).isEqualTo(Route.REST);
    assertThat(Route.of("/api", "/soap/v1/submissions")).isEqualTo(Route.SOAP);
    assertThat(Route.of("/api", "/maarch/rest/authenticate")).isEqualTo(Route.PARTNER);
    assertThat(Route.of("", "/correspondence/view.xhtml")).isEqualTo(Route.SCREEN);
    assertThat(Route.of("", "/dav/secret/reply.docx")).isEqualTo(Route.DAV);
    assertThat(Route.of("", "/health/ready")).isEqualTo(Route.PROBE);
    assertThat(Route.of("", "/anything/else")).isEqualTo(Route.FILE);
  }

  private String read() throws IOException {
    var out = new ByteArrayOutputStream();
    metrics.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
