package fr.vaguemestre.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may open which screen by its address (O8, ORG2; ASVS 4.0.3, V4): every page of the web module
 * is in the table, so that a new one cannot be forgotten, and every demo role tries each.
 */
@Journey
class ScreensIT {
  private static final Path PAGES = Path.of("../web/src/main/webapp");
  private static final List<String> ROLES =
      List.of(
          "courrier",
          "cab",
          "dgs",
          "dga",
          "assistante",
          "agent",
          "autre",
          "elu",
          "admin",
          "exploitant");
  private static final Set<String> EVERYBODY = Set.copyOf(ROLES);

  /** Pages that show one thing and say 404 to whoever names none that is theirs. */
  private static final Set<String> NOBODY = Set.of();

  private static final Set<String> ADMINISTRATOR = Set.of("admin");
  private static final Set<String> DELEGATES = Set.of("admin", "assistante");

  /** Elected representatives sit in no unit (O7). */
  private static final Set<String> UNITS =
      ROLES.stream().filter(role -> !role.equals("elu")).collect(Collectors.toSet());

  /** Those whose group sends. */
  private static final Set<String> SENDERS = Set.of("cab", "dgs", "dga", "assistante");

  private static final Set<String> PLATFORM = Set.of("exploitant");

  /** By address: the page, and what it is asked when it shows one thing. */
  private static final Map<String, Set<String>> WHO =
      new TreeMap<>(
          Map.ofEntries(
              entry("/account/absence.xhtml", EVERYBODY),
              entry("/account/absences.xhtml", EVERYBODY),
              entry("/account/account.xhtml", EVERYBODY),
              entry("/admin/absences.xhtml", ADMINISTRATOR),
              entry("/admin/agent.xhtml?login=agent", DELEGATES),
              entry("/admin/agents.xhtml", DELEGATES),
              entry("/admin/copies.xhtml", ADMINISTRATOR),
              entry("/admin/answer.xhtml", DELEGATES),
              entry("/admin/answers.xhtml", DELEGATES),
              entry("/admin/basket.xhtml", ADMINISTRATOR),
              entry("/admin/baskets.xhtml", ADMINISTRATOR),
              entry("/admin/branch.xhtml", DELEGATES),
              entry("/admin/calendar.xhtml", ADMINISTRATOR),
              entry("/admin/calls.xhtml", ADMINISTRATOR),
              entry("/admin/chain.xhtml", DELEGATES),
              entry("/admin/chains.xhtml", DELEGATES),
              entry("/admin/circuit-draft.xhtml", NOBODY),
              entry("/admin/circuit-import.xhtml", ADMINISTRATOR),
              entry("/admin/circuit-state.xhtml", NOBODY),
              entry("/admin/circuit-try.xhtml", ADMINISTRATOR),
              entry("/admin/circuit-way.xhtml", NOBODY),
              entry("/admin/circuits.xhtml", ADMINISTRATOR),
              entry("/admin/client.xhtml", ADMINISTRATOR),
              entry("/admin/clients.xhtml", ADMINISTRATOR),
              entry("/admin/close.xhtml?unit=VOI", ADMINISTRATOR),
              entry("/admin/closure-progress.xhtml", NOBODY),
              entry("/admin/closure.xhtml", NOBODY),
              entry("/admin/group.xhtml", ADMINISTRATOR),
              entry("/admin/groups.xhtml", ADMINISTRATOR),
              entry("/admin/help.xhtml", ADMINISTRATOR),
              entry("/admin/import.xhtml", ADMINISTRATOR),
              entry("/admin/job.xhtml?name=consistency", PLATFORM),
              entry("/admin/jobs.xhtml", PLATFORM),
              entry("/admin/jobs-progress.xhtml", PLATFORM),
              entry("/admin/journal.xhtml", Set.of("courrier", "dgs", "dga", "admin")),
              entry("/admin/look.xhtml", ADMINISTRATOR),
              entry("/admin/mailbox.xhtml", ADMINISTRATOR),
              entry("/admin/mailboxes.xhtml", ADMINISTRATOR),
              entry("/admin/monitoring.xhtml", PLATFORM),
              entry("/admin/privacy.xhtml", ADMINISTRATOR),
              entry("/admin/move.xhtml?code=VOI&to=DSP", ADMINISTRATOR),
              entry("/admin/outbox.xhtml", PLATFORM),
              entry("/admin/passage-progress.xhtml", NOBODY),
              entry("/admin/passage-run.xhtml", NOBODY),
              entry("/admin/passage.xhtml", NOBODY),
              entry("/admin/priorities.xhtml", ADMINISTRATOR),
              entry("/admin/priority.xhtml", ADMINISTRATOR),
              entry("/admin/retention.xhtml", Set.of("dgs", "dga")),
              entry("/admin/retention-list.xhtml", NOBODY),
              entry("/admin/seal.xhtml", ADMINISTRATOR),
              entry("/admin/state.xhtml", Set.of("admin", "exploitant")),
              entry("/admin/template.xhtml", DELEGATES),
              entry("/admin/template-preview.xhtml?code=REPONSE", DELEGATES),
              entry("/admin/templates.xhtml", DELEGATES),
              entry("/admin/town.xhtml", PLATFORM),
              entry("/admin/town-delete.xhtml", NOBODY),
              entry("/admin/towns.xhtml", PLATFORM),
              entry("/admin/type.xhtml", ADMINISTRATOR),
              entry("/admin/types.xhtml", ADMINISTRATOR),
              entry("/admin/unit.xhtml?code=EQS", DELEGATES),
              entry("/admin/units.xhtml", DELEGATES),
              entry("/admin/webhook.xhtml?login=portail", ADMINISTRATOR),
              entry("/admin/wording.xhtml", DELEGATES),
              entry("/admin/wordings.xhtml", DELEGATES),
              entry("/basket/bulk-run.xhtml", NOBODY),
              entry("/correspondence/acknowledgement.xhtml", NOBODY),
              entry("/basket/bulk.xhtml", EVERYBODY),
              entry("/basket/list.xhtml", EVERYBODY),
              entry("/basket/preview.xhtml", NOBODY),
              entry("/capture/forward.xhtml", UNITS),
              entry("/capture/queue.xhtml", EVERYBODY),
              entry("/capture/reading.xhtml", EVERYBODY),
              entry("/capture/register.xhtml", Set.of("courrier", "cab")),
              entry("/capture/scan.xhtml", EVERYBODY),
              entry("/correspondence/view.xhtml", NOBODY),
              entry("/delay/calculator.xhtml", EVERYBODY),
              entry("/failure.xhtml", EVERYBODY),
              entry("/help/index.xhtml", EVERYBODY),
              entry("/index.xhtml", EVERYBODY),
              entry("/login.xhtml", EVERYBODY),
              entry("/notification/list.xhtml", EVERYBODY),
              entry("/mail/caught.xhtml", Set.of("cab", "dgs", "dga", "assistante")),
              entry("/dispatch/post.xhtml", SENDERS),
              entry("/mailing/again.xhtml", NOBODY),
              entry("/mailing/new.xhtml", NOBODY),
              entry("/mailing/progress.xhtml", NOBODY),
              entry("/mailing/run.xhtml", NOBODY),
              entry("/reply/answers.xhtml", NOBODY),
              entry("/reply/compare.xhtml", NOBODY),
              entry("/reply/versions.xhtml", NOBODY),
              entry("/search.xhtml", EVERYBODY),
              entry("/search/kept.xhtml", EVERYBODY),
              entry("/signing/batch.xhtml", NOBODY),
              entry("/signing/proofs.xhtml", NOBODY)));

  private static final Set<String> BEFORE_LOGIN = Set.of("/failure.xhtml", "/login.xhtml");

  @Test
  void every_screen_says_who_may_open_it() throws IOException {
    try (var files = Files.walk(PAGES)) {
      var pages =
          files
              .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
              .filter(page -> page.endsWith(".xhtml") && !page.startsWith("/WEB-INF/"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(WHO.keySet().stream().map(ScreensIT::page).collect(Collectors.toSet()))
          .isEqualTo(pages);
    }
  }

  @Test
  void O8_each_role_opens_its_screens_by_their_address_and_is_refused_the_others() {
    for (var role : ROLES) {
      var visitor = Visitor.as(role);
      WHO.forEach(
          (address, who) -> {
            var answer = visitor.get(address);
            if (who.contains(role)) {
              assertThat(answer.statusCode()).as(address + " for " + role).isEqualTo(200);
            } else {
              assertThat(answer.statusCode()).as(address + " for " + role).isIn(403, 404);
            }
            Visitor.assertClean(answer.body(), address);
          });
    }
  }

  @Test
  void before_login_there_is_the_login_page_alone() {
    WHO.keySet()
        .forEach(
            address -> {
              var answer = new Visitor().get(address);
              if (BEFORE_LOGIN.contains(page(address))) {
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
              } else {
                assertThat(answer.statusCode()).as(address).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .contains("/login.xhtml?back=");
              }
            });
  }

  private static String page(String address) {
    return address.replaceFirst("\\?.*", "");
  }
}
