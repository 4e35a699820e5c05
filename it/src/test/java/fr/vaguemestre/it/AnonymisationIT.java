package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * GRC8, BAT2: after the night, nothing here names whoever made a request closed for three months;
 * what is counted stays as it was.
 */
@Journey
class AnonymisationIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  private static ATown town;
  private static Night night;
  private static APortal portal;

  /** Words of one person that nothing else says. */
  private record Person(String name, String email, String phone, String street) {
    static Person made() {
      var mark = UUID.randomUUID().toString().substring(0, 8);
      return new Person(
          "Zwijn" + mark,
          "z" + mark + "@exemple.fr",
          "+3369" + (1_000_000 + Math.abs(mark.hashCode() % 9_000_000)),
          "rue du " + mark.toUpperCase(Locale.ROOT) + "bois");
    }

    String[] words() {
      return new String[] {name, email, phone, street};
    }

    /** All of it in one text. */
    String said() {
      return String.join(" / ", words());
    }
  }

  @BeforeAll
  static void a_town_with_a_portal() {
    town = ATown.founded("anon." + UUID.randomUUID().toString().substring(0, 6));
    night = new Night(town);
    portal = APortal.full(town);
  }

  @Test
  void GRC8_nothing_names_the_person_any_more_and_statistics_are_unchanged() {
    var person = Person.made();
    long letter = request(person);
    everythingSaid(letter, person);
    var harmless = searchesOf(person);
    closed(letter, "current_date - interval '3 months'");
    town.awaitFound(person.name(), 1);
    Traces.age(town);
    assertThat(Traces.of(person.words()))
        .anyMatch(trace -> trace.startsWith("submission: "))
        .anyMatch(trace -> trace.startsWith("contact: "))
        .anyMatch(trace -> trace.startsWith("document_text: "))
        .anyMatch(trace -> trace.contains("/content/"));
    var before = statistics();

    assertThat(night.run("anonymisation-trial").getInt("found")).isEqualTo(1);
    assertThat(Traces.of(person.words())).isNotEmpty();

    var run = night.run("anonymisation");
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(run.getInt("skipped")).isZero();
    assertThat(night.notes("anonymisation", "FOUND"))
        .containsExactly(chrono(letter) + ": anonymised");
    awaitIndexed();
    assertThat(Traces.of(person.words())).isEmpty();
    assertThat(statistics()).isEqualTo(before);
    assertThat(searchNames())
        .containsExactlyInAnyOrder(
            harmless,
            "Recherche vidée : elle nommait une personne effacée",
            "Recherche vidée : elle nommait une personne effacée");
    assertThat(
            ATown.texts(
                "select asked from recent_search where tenant_id = %d".formatted(town.id())))
        .containsExactly("q=" + harmless);
    assertThat(town.administrator().get("/v1/correspondence/" + letter).statusCode())
        .isEqualTo(200);
    town.awaitFound(person.name(), 0);

    var rows = everyRow();
    var again = night.run("anonymisation");
    assertThat(again.getInt("found")).isZero();
    assertThat(everyRow()).isEqualTo(rows);
    assertThat(night.run("consistency").getInt("found")).isZero();
  }

  @Test
  void GRC8_a_request_waits_for_the_whole_of_its_three_months_and_while_it_is_open() {
    var early = Person.made();
    closed(request(early), "current_date - interval '3 months' + interval '2 days'");
    var open = Person.made();
    request(open);
    night.run("anonymisation");
    assertThat(Traces.of(early.name())).isNotEmpty();
    assertThat(Traces.of(open.name())).isNotEmpty();
  }

  @Test
  void GRC8_whoever_is_named_by_an_open_letter_too_stays_in_that_one_alone() {
    var person = Person.made();
    long gone = request(person);
    long kept = request(person);
    closed(gone, "current_date - interval '4 months'");
    Traces.age(town);
    night.run("anonymisation");
    assertThat(ATown.texts("select sender_id from correspondence where id = " + gone))
        .containsOnlyNulls();
    assertThat(
            ATown.texts(
                "select k.last_name from correspondence c join contact k on k.tenant_id = c.tenant_id and k.id = c.sender_id where c.id = "
                    + kept))
        .containsExactly(person.name());
    assertThat(night.run("consistency").getInt("found")).as("no file of the other went").isZero();
  }

  @Test
  void GRC8_a_town_that_keeps_its_letters_erases_the_copy_of_the_request_alone() {
    var own = ATown.founded("garde." + UUID.randomUUID().toString().substring(0, 6));
    ATown.change("insert into town_privacy values (%d, true, false)".formatted(own.id()));
    var person = Person.made();
    long letter = request(own, APortal.full(own), person);
    closed(letter, "current_date - interval '4 months'");
    new Night(own).run("anonymisation");
    assertThat(
            ATown.texts(
                "select applicant from submission where applicant is not null and correspondence_id = "
                    + letter))
        .isEmpty();
    assertThat(Traces.of(person.name())).anyMatch(trace -> trace.startsWith("contact: "));
    ATown.change("update town_privacy set keep_letters = false where tenant_id = " + own.id());
    Traces.age(own);
    new Night(own).run("anonymisation");
    awaitIndexed();
    assertThat(Traces.of(person.words())).isEmpty();
  }

  @Test
  void GRC8_a_type_with_a_retention_rule_keeps_its_letters() {
    var own = ATown.founded("regle." + UUID.randomUUID().toString().substring(0, 6));
    var person = Person.made();
    long letter = request(own, APortal.full(own), person);
    closed(letter, "current_date - interval '4 months'");
    rule(letter, "'P5Y'", "'CLOSING'", "'DESTROY'");
    var night = new Night(own);
    assertThat(night.run("anonymisation-trial").getInt("found")).isEqualTo(1);
    night.run("anonymisation");
    assertThat(night.notes("anonymisation", "FOUND"))
        .containsExactly(chrono(letter) + ": copy-erased");
    assertThat(purpose(letter)).containsExactly("REQUEST_COPY");
    assertThat(Traces.of(person.name())).anyMatch(trace -> trace.startsWith("contact: "));
    assertThat(night.run("anonymisation").getInt("found")).as("once").isZero();

    rule(letter, "null", "null", "null");
    Traces.age(own);
    night.run("anonymisation");
    awaitIndexed();
    assertThat(Traces.of(person.words())).isEmpty();
  }

  @Test
  void GRC8_what_is_written_after_the_erasure_is_erased_too_and_the_portal_adds_nothing() {
    var person = Person.made();
    long letter = request(person);
    closed(letter, "current_date - interval '4 months'");
    var submission = ATown.number("select id from submission where correspondence_id = " + letter);
    night.run("anonymisation");
    assertThat(purpose(letter)).containsExactly("ANONYMISE");

    var message = "{\"text\":\"" + person.said() + "\"}";
    var refused = portal.rest().post(SUBMISSIONS + "/" + submission + "/messages", message);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    assertThat(refused.body()).contains("retention.erased");

    everythingSaid(letter, person);
    Traces.age(town);
    night.run("anonymisation");
    awaitIndexed();
    assertThat(Traces.of(person.words())).isEmpty();

    ATown.change("update correspondence set closed = false where id = " + letter);
    assertThat(
            portal.rest().post(SUBMISSIONS + "/" + submission + "/messages", message).statusCode())
        .as("reopened")
        .isEqualTo(201);
    await(
        "select count(*) from document where extraction = 'PENDING' and correspondence_id = "
            + letter);
    closed(letter, "current_date - interval '4 months'");
    Traces.age(town);
    night.run("anonymisation");
    awaitIndexed();
    assertThat(Traces.of(person.words())).isEmpty();
  }

  @Test
  void GRC8_a_sender_who_was_replaced_is_forgotten_too() {
    var first = Person.made();
    long letter = request(first);
    var second = Person.made();
    ATown.change(
        """
        set app.tenant = '%1$d';
        insert into contact (id, version, kind, last_name, email, search_key)
          values (nextval('row_id'), 1, 'PERSON', '%2$s', '%3$s', lower('%2$s'));
        update correspondence set sender_id = (select id from contact where tenant_id = %1$d and last_name = '%2$s') where id = %4$d
        """
            .formatted(town.id(), second.name(), second.email(), letter));
    closed(letter, "current_date - interval '4 months'");
    Traces.age(town);
    night.run("anonymisation");
    awaitIndexed();
    assertThat(Traces.of(first.name())).isEmpty();
    assertThat(Traces.of(second.name())).isEmpty();
  }

  /** The retention rule of the letter's type. */
  private static void rule(long letter, String period, String start, String disposition) {
    ATown.change(
        """
        update document_type t set retention = %s, retention_start = %s, final_disposition = %s
          from correspondence c where c.tenant_id = t.tenant_id and c.type_id = t.id and c.id = %d
        """
            .formatted(period, start, disposition, letter));
  }

  private static List<String> purpose(long letter) {
    return ATown.texts("select purpose from erasure where correspondence_id = " + letter);
  }

  private static long request(Person person) {
    return request(town, portal, person);
  }

  /** A request of this person, read and acknowledged; returns its letter. */
  private static long request(ATown town, APortal portal, Person person) {
    var answer =
        portal
            .rest()
            .post(
                SUBMISSIONS,
                """
                {"type":"DIVERS","subject":"Demande de %1$s","text":"Je suis %5$s.",
                 "person":{"firstName":"Aldo","lastName":"%1$s","email":"%2$s","phone":"%3$s",
                           "postalAddress":{"street":"%4$s","postcode":"25970","city":"Pontarlieu"}},
                 "answers":{"qui":"%1$s"}}
                """
                    .formatted(
                        person.name(),
                        person.email(),
                        person.phone(),
                        person.street(),
                        person.said()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    int submission = Rest.json(answer).getInt("id");
    assertThat(
            portal
                .rest()
                .post(
                    SUBMISSIONS + "/" + submission + "/messages",
                    "{\"text\":\"" + person.said() + "\"}")
                .statusCode())
        .isEqualTo(201);
    long letter = ATown.number("select correspondence_id from submission where id = " + submission);
    await(
        "select count(*) from document where extraction = 'PENDING' and correspondence_id = "
            + letter);
    await(
        "select count(*) from acknowledgement where status = 'QUEUED' and correspondence_id = "
            + letter);
    return letter;
  }

  /** Agents' work on the letter, every text of which names the person. */
  private static void everythingSaid(long letter, Person person) {
    ATown.change(
        """
        set app.tenant = '%1$d';
        create temp table l as select c.id, a.id as agent, c.unit_id as unit, '%3$s'::text as said,
          (select sha256 from document d where d.correspondence_id = c.id order by position limit 1) as sha
          from correspondence c, lateral (select id from agent where tenant_id = %1$d and not machine limit 1) a where c.id = %2$d;
        insert into note (id, version, correspondence_id, author_id, written_at, body) select nextval('row_id'), 1, id, agent, now(), said from l;
        insert into contribution (id, version, correspondence_id, asked_by, asked_of_unit_id, asked_at, question, answer, answered_by, answered_at)
          select nextval('row_id'), 1, id, agent, unit, now(), said, said, agent, now() from l;
        insert into task (id, version, correspondence_id, asked_by, asking_unit_id, asked_of_unit_id, asked_at, question, answer, file_name, media_type, size_bytes, sha256)
          select nextval('row_id'), 1, id, agent, unit, unit, now(), said, said, said, 'text/plain', 1, sha from l;
        insert into reply select tenant_id, nextval('row_id'), 1, l.id, null, agent, now() from l join correspondence c on c.id = l.id;
        insert into reply_version (id, version, reply_id, number, author_id, created_at, file_name, media_type, sha256, size_bytes, conversion, pdf_sha256, body)
          select nextval('row_id'), 1, r.id, 1, agent, now(), said, 'text/plain', sha, 1, 'DONE', sha, said from l join reply r on r.correspondence_id = l.id;
        insert into reply_source select r.tenant_id, v.id, repeat('0', 64), sha, 'text/plain', jsonb_build_object('qui', said)
          from l join reply r on r.correspondence_id = l.id join reply_version v on v.reply_id = r.id;
        insert into sending (id, version, correspondence_id, reply_version_id, means, recipient, subject, body, html, message_id, status, reason, asked_by, asked_at)
          select nextval('row_id'), 1, l.id, v.id, 'POST', said, said, said, said, gen_random_uuid(), 'SENT', said, agent, now()
            from l join reply r on r.correspondence_id = l.id join reply_version v on v.reply_id = r.id;
        insert into intention (id, version, kind, lane, subject_id, status, due_at, created_at, last_error)
          select nextval('row_id'), 1, 'SEND_MAIL', 'OUTSIDE', s.id, 'DEAD', now(), now(), said from l join sending s on s.correspondence_id = l.id;
        insert into letter_origin (correspondence_id, unit_id, agent_id, words, received_on) select id, unit, agent, left(said, 400), current_date from l;
        insert into answer_address (correspondence_id, email) select id, '%4$s' from l on conflict do nothing;
        insert into tag (id, key, label) select nextval('row_id'), lower(left(said, 12)), left(said, 12) from l;
        insert into correspondence_tag (correspondence_id, tag_id) select l.id, t.id from l join tag t on t.tenant_id = %1$d and t.key = lower(left(said, 12));
        with e as (insert into journal_entry (id, at, actor_id, correspondence_id, action, facts) select nextval('row_id'), now(), agent, id, 'NOTE', '' from l returning id)
          insert into journal_words (entry_id, words) select e.id, said from e, l;
        update correspondence set deadline_reason = left('%3$s', 400), external_id = 'z-' || id where id = %2$d;
        insert into index_queue (correspondence_id) values (%2$d);
        drop table l
        """
            .formatted(town.id(), letter, person.said(), person.email()));
  }

  /**
   * Searches that name the person and one each, kept and recent, that does not; returns its words.
   */
  private static String searchesOf(Person person) {
    var harmless = "piscine" + UUID.randomUUID().toString().substring(0, 6);
    keep(harmless, "q=" + harmless);
    keep("Son dossier", "q=dossier+" + person.name().toUpperCase(Locale.ROOT) + "%2A");
    keep("Appels de " + person.phone(), "email=" + person.email());
    for (var word : List.of(harmless, person.name())) {
      ATown.change(
          """
          set app.tenant = '%1$d';
          with r as (insert into recent_search (agent_id, asked_sha256, asked, asked_at)
            select id, encode(sha256('%2$s'), 'hex'), 'q=%2$s', now() from agent where tenant_id = %1$d and not machine limit 1 returning *)
          insert into recent_search_word (agent_id, asked_sha256, word) select agent_id, asked_sha256, lower('%2$s') from r
          """
              .formatted(town.id(), word));
    }
    return harmless;
  }

  private static void keep(String name, String criteria) {
    var answer =
        town.administrator()
            .post(
                "/v1/searches", "{\"name\":\"%s\",\"criteria\":\"%s\"}".formatted(name, criteria));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static List<String> searchNames() {
    return ATown.texts(
        "select regexp_replace(name, ' \\(\\d+\\)$', '') from kept_search where tenant_id = "
            + town.id());
  }

  /** In the state the circuit ends with, since the end of that day. */
  private static void closed(long letter, String day) {
    ATown.change(
        """
        update correspondence c set closed = true, in_circuit = s.in_circuit, state = s.code,
               state_since = (%s)::date + interval '12 hours'
          from circuit_state s where s.tenant_id = c.tenant_id and s.circuit_version_id = c.circuit_version_id and s.closed and c.id = %d
        """
            .formatted(day, letter));
  }

  /** What the town counts of its letters and of the work on them. */
  private static List<String> statistics() {
    return ATown.texts(
        """
        select concat_ws(' ', chrono, category, channel, type_id, priority_id, unit_id, assignee_id, state, state_since, arrival_date,
                         registered_at, deadline) from correspondence where tenant_id = %1$d
        union all select 'sending ' || concat_ws(' ', correspondence_id, means, status, asked_at) from sending where tenant_id = %1$d
        union all select 'acknowledgement ' || concat_ws(' ', correspondence_id, kind, means, status, made_at, complete) from acknowledgement where tenant_id = %1$d
        union all select 'contribution ' || concat_ws(' ', correspondence_id, asked_at, answered_at, withdrawn) from contribution where tenant_id = %1$d
        union all select 'task ' || concat_ws(' ', correspondence_id, asked_at, answered_at) from task where tenant_id = %1$d
        union all select 'document ' || concat_ws(' ', correspondence_id, role, pages, added_at) from document where tenant_id = %1$d
        union all select 'submission ' || concat_ws(' ', correspondence_id, client_id, received_at, withdrawn_at) from submission where tenant_id = %1$d
        union all select 'entry ' || concat_ws(' ', id, at, action, actor_id) from journal_entry where tenant_id = %1$d and correspondence_id is not null
        order by 1
        """
            .formatted(town.id()));
  }

  /** Of the tables that hold letters and what belongs to them. */
  private static List<String> everyRow() {
    return List.of("correspondence", "document", "submission", "erasure", "contact", "tag").stream()
        .flatMap(
            table ->
                ATown.texts(
                    "select x::text from %s x where tenant_id = %d order by 1"
                        .formatted(table, town.id()))
                    .stream())
        .toList();
  }

  private static String chrono(long letter) {
    return ATown.texts("select chrono from correspondence where id = " + letter).getFirst();
  }

  private static void awaitIndexed() {
    await("select count(*) from index_queue");
  }

  /** Until this counts nothing. */
  private static void await(String count) {
    for (int left = 600; ATown.number(count) > 0; left--) {
      assertThat(left).as(count).isPositive();
      ATown.pause(200);
    }
  }
}
