package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Fifty callers, the town's agents, do whatever they are offered on one letter, all at once, for
 * {@code -Dvaguemestre.it.crowd=} seconds (20), and longer on a busy machine. What the journal
 * tells must be a walk through the circuit, step after step, and hold exactly what was answered
 * "done".
 */
@Journey
class ManyAgentsIT {
  private static final int CALLERS = 50;
  private static final int ENOUGH = 40;
  private static final Duration LONG =
      Duration.ofSeconds(Integer.getInteger("vaguemestre.it.crowd", 20));
  private static final List<String> UNITS = List.of("DSP", "EQS", "VSP");

  /** What was answered "done". */
  private record Done(String login, String action, String text) {}

  private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> odd = new ConcurrentLinkedQueue<>();

  @Test
  void CIR2_whatever_fifty_agents_do_at_once_the_circuit_holds_and_nothing_done_is_lost()
      throws Exception {
    var reply = AReply.drafted("Cinquante agents à la fois");
    long before = Long.parseLong(journal(reply, "count(*)").getFirst());
    var logins = logins();
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < CALLERS; i++) {
        var login = logins.get(i % logins.size());
        var random = new Random(i);
        threads.submit(() -> actUntilTheEnd(reply, login, random));
      }
    }
    assertThat(odd).as("answers that are neither done nor a refusal").isEmpty();
    assertThat(done).hasSizeGreaterThanOrEqualTo(ENOUGH);

    assertThat(brokenSteps(reply)).isEmpty();
    assertThat(
            journal(reply, "a.login || ' ' || lower(replace(e.action, '_', '-'))").stream()
                .skip(before)
                .filter(line -> !line.endsWith(" return")))
        .as("each done once, none lost, none twice")
        .containsExactlyInAnyOrderElementsOf(
            done.stream().map(d -> d.login() + " " + d.action()).toList());
    assertThat(texts(reply))
        .containsAll(done.stream().filter(d -> d.text() != null).map(Done::text).toList());
    assertThat(
            ATown.texts(
                "select round || ' ' || position from approval_step where status = 'CURRENT' and correspondence_id = "
                    + reply.id()))
        .as("whose turn it is")
        .hasSizeLessThanOrEqualTo(1);
  }

  /** The demo town's people; those who do most with this letter several times. */
  private static List<String> logins() {
    var logins =
        new ArrayList<>(
            Collections.nCopies(3, List.of("assistante", "agent", "dgs", "elu", "p.merle")).stream()
                .flatMap(List::stream)
                .toList());
    logins.addAll(
        ATown.texts(
            "select login from agent where tenant_id = 1 and active and not machine order by login"));
    return logins;
  }

  private void actUntilTheEnd(AReply reply, String login, Random random) {
    var rest = Rest.as(login);
    var end = Instant.now().plus(LONG);
    var latest = end.plus(Duration.ofMinutes(4));
    while (Instant.now().isBefore(end) || done.size() < ENOUGH && Instant.now().isBefore(latest)) {
      try {
        actOnce(reply, rest, login, random);
      } catch (RuntimeException e) {
        odd.add(login + ": " + e);
        return;
      }
    }
  }

  private void actOnce(AReply reply, Rest rest, String login, Random random) {
    var offers = rest.get(reply.path() + "/actions");
    if (offers.statusCode() == 404 || offers.statusCode() == 503) {
      ATown.pause(500 + random.nextInt(1000));
      return;
    }
    if (offers.statusCode() != 200) {
      odd.add(login + " asks: " + offers.statusCode() + " " + offers.body());
      return;
    }
    var all = Rest.json(offers).getJsonArray("items").getValuesAs(JsonObject.class);
    if (all.isEmpty()) {
      ATown.pause(200);
      return;
    }
    var action = all.get(random.nextInt(all.size())).getString("action");
    var text = "%s %s %d".formatted(login, action, random.nextLong());
    var answer =
        rest.post(
            reply.path() + "/actions/" + action,
            fields(reply, action, text, random).toString(),
            "If-Match",
            offers.headers().firstValue("ETag").orElseThrow());
    switch (answer.statusCode()) {
      case 200, 204 ->
          done.add(
              new Done(login, action, List.of("draft", "note").contains(action) ? text : null));
      case 403, 404, 409, 412, 422, 503 -> ATown.pause(random.nextInt(50));
      default -> odd.add(login + " " + action + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private static JsonObject fields(AReply reply, String action, String text, Random random) {
    var fields = Json.createObjectBuilder();
    switch (action) {
      case "redirect", "copy" -> fields.add("unit", UNITS.get(random.nextInt(UNITS.size())));
      case "request-contribution", "request-task" ->
          fields.add("unit", UNITS.get(random.nextInt(UNITS.size()))).add("question", text);
      case "contribute", "answer-task" -> fields.add("answer", text);
      case "draft" -> fields.add("template", template()).add("text", text);
      case "sign" ->
          fields
              .add("password", "demo")
              .add("seenSha256", reply.last().getString("pdfSha256", "none"));
      case "note" -> fields.add("body", text);
      case "send" -> fields.add("means", "POST");
      case "qualify" -> fields.add("note", text);
      default -> fields.add("reason", text);
    }
    return fields.build();
  }

  private static String template() {
    return Rest.json(AReply.ASSISTANT.get("/v1/templates"))
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("code");
  }

  /** Steps of the journal that no transition allows, or that do not begin where the last ended. */
  private static List<String> brokenSteps(AReply reply) {
    return ATown.texts(
        """
        select e.action || ': ' || e.state_before || ' to ' || e.state_after || ', after ' || e.earlier from (
          select j.*, lag(j.state_after) over (order by j.id) as earlier from journal_entry j
           where j.correspondence_id = %1$d and j.state_after is not null) e
         where e.earlier is not null and (e.state_before is distinct from e.earlier or not exists (
           select 1 from circuit_transition t join correspondence c on c.id = %1$d and t.circuit_version_id = c.circuit_version_id
            where t.action = e.action and t.from_state = e.state_before and t.to_state = e.state_after))
        """
            .formatted(reply.id()));
  }

  private static List<String> journal(AReply reply, String what) {
    return ATown.texts(
        "select %s from journal_entry e join agent a on a.id = e.actor_id where e.correspondence_id = %d%s"
            .formatted(what, reply.id(), what.startsWith("count") ? "" : " order by e.id"));
  }

  /** Of the drafts and of the notes. */
  private static List<String> texts(AReply reply) {
    return ATown.texts(
        """
        select v.body from reply_version v join reply r on r.id = v.reply_id where r.correspondence_id = %1$d
        union all select n.body from note n where n.correspondence_id = %1$d
        """
            .formatted(reply.id()));
  }
}
