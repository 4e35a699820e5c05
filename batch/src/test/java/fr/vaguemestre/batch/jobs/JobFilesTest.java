package fr.vaguemestre.batch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.jobs.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** BAT1: each job of the list has its file, and each file the same safeguards. */
class JobFilesTest {
  private static final Map<Job, List<String>> STEPS =
      Map.ofEntries(
          Map.entry(Job.DELAY_WATCH, List.of("delay-watch")),
          Map.entry(Job.JOURNAL_SEAL, List.of("journal-check", "journal-anchor")),
          Map.entry(
              Job.RETENTION,
              List.of(
                  "retention-review",
                  "retention-due",
                  "retention-propose",
                  "retention-destroy",
                  "unnamed-files")),
          Map.entry(Job.PURGE_TECHNICAL, List.of("purge-rows", "purge-drafts", "purge-executions")),
          Map.entry(Job.FULLTEXT_INDEX, List.of("fulltext-index", "fulltext-strays")),
          Map.entry(Job.FULLTEXT_REBUILD, List.of("rebuild-begin", "rebuild-fill", "rebuild-end")),
          Map.entry(
              Job.CONSISTENCY,
              List.of(
                  "consistency-files",
                  "consistency-bytes",
                  "consistency-audience",
                  "consistency-index",
                  "consistency-strays")),
          Map.entry(Job.ANONYMISATION, List.of("anonymise", "unnamed-files", "erased-mails")),
          Map.entry(Job.ANONYMISATION_TRIAL, List.of("anonymise-trial")),
          Map.entry(Job.EXTRACTION_RETRY, List.of("extraction-retry")),
          Map.entry(Job.REMINDERS, List.of("reminders", "account-ends")));

  @ParameterizedTest
  @EnumSource(Job.class)
  void BAT1_a_job_has_its_steps_in_order_and_is_tied_to_its_run(Job job) throws Exception {
    var file = file(job);
    assertThat(file.getDocumentElement().getAttribute("id")).isEqualTo(job.title());
    var steps = elements(file, "step");
    assertThat(steps).extracting(s -> s.getAttribute("id")).isEqualTo(STEPS.get(job));
    for (int i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).getAttribute("next"))
          .isEqualTo(i + 1 < steps.size() ? steps.get(i + 1).getAttribute("id") : "");
    }
    assertThat(elements(file, "listener"))
        .extracting(l -> l.getAttribute("ref"))
        .startsWith("runListener")
        .hasSize(steps.size() + 1);
  }

  @ParameterizedTest
  @EnumSource(Job.class)
  void BAT1_a_poisoned_item_is_left_out_and_a_lost_run_is_not_gone_on_with(Job job)
      throws Exception {
    var file = file(job);
    for (var chunk : elements(file, "chunk")) {
      // What the law's silence decided is recorded however many others fail.
      var most = job == Job.DELAY_WATCH ? "100000" : "1000";
      assertThat(chunk.getAttribute("skip-limit")).isEqualTo(most);
      assertThat(chunk.getAttribute("retry-limit")).isEqualTo(most);
    }
    int steps = elements(file, "step").size();
    assertThat(elements(file, "include"))
        .hasSize(2 * steps)
        .allMatch(e -> e.getAttribute("class").equals("java.lang.Exception"));
    assertThat(elements(file, "exclude"))
        .extracting(e -> e.getAttribute("class"))
        .filteredOn("fr.vaguemestre.jobs.RunLost"::equals)
        .hasSize(2 * steps);
  }

  /** What and when; parameters, how long and what to do when it fails. */
  @ParameterizedTest
  @EnumSource(Job.class)
  void BAT1_operators_read_of_each_job_at_its_hour(Job job) throws Exception {
    var hours = job.byDefault();
    assertThat(Files.readAllLines(Path.of("../docs/operations/night.md")))
        .filteredOn(line -> line.startsWith("| `" + job.title() + "` | "))
        .hasSize(2)
        .first()
        .asString()
        .contains(" | " + (hours.active() ? hours.at() : "à la main") + " | ");
  }

  private static Document file(Job job) throws Exception {
    try (var xml =
        JobFilesTest.class.getResourceAsStream("/META-INF/batch-jobs/" + job.title() + ".xml")) {
      assertThat(xml).as(job.title()).isNotNull();
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml);
    }
  }

  private static List<Element> elements(Document file, String name) {
    var found = file.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
