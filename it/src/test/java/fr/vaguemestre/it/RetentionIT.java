package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.DocumentFiles;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.correspondence.ReadResult;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Foundings;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.DocumentTypeWish;
import fr.vaguemestre.qualification.PriorityWish;
import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.retention.Destructions;
import fr.vaguemestre.retention.DueLetters;
import fr.vaguemestre.retention.Holds;
import fr.vaguemestre.retention.LineState;
import fr.vaguemestre.retention.ListState;
import fr.vaguemestre.retention.RetentionLine;
import fr.vaguemestre.retention.RetentionLists;
import fr.vaguemestre.retention.Visas;
import fr.vaguemestre.retention.Withdrawals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** BAT2: due, proposed, signed, visa line by line, destroyed, attested; and no other way. */
@InServer
class RetentionIT {
  private static final String PASSWORD = "Une-Phrase-De-Passe-2026!";
  private static final String OLD = "2019-06-15 10:00+00";

  private final Foundings foundings = find(Foundings.class);
  private final Typology typology = find(Typology.class);
  private final Captures captures = find(Captures.class);
  private final Organisation organisation = find(Organisation.class);
  private final Readers readers = find(Readers.class);
  private final DueLetters letters = find(DueLetters.class);
  private final RetentionLists lists = find(RetentionLists.class);
  private final Visas visas = find(Visas.class);
  private final Holds holds = find(Holds.class);
  private final Withdrawals withdrawals = find(Withdrawals.class);
  private final Notes notes = find(Notes.class);
  private final Destructions destructions = find(Destructions.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);

  private String login;

  @Deployment
  static WebArchive war() {
    return TestWar.of(RetentionIT.class);
  }

  @Test
  void BAT2_a_letter_goes_from_due_to_attested_and_jumps_no_step() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long letter = closed(OLD);
          long young = closed("2026-01-15 10:00+00");
          found();
          assertThat(lists.due(chief(), 0))
              .extracting(RetentionLine::letter)
              .containsExactly(letter)
              .doesNotContain(young);
          assertThat(lists.gather(chief())).isEqualTo(1);
          var list = lists.all(chief()).getFirst();
          long line = line(list.id());
          refused(
              "retention.not-signed", () -> visas.grant(chief(), list.id(), List.of(line), visa()));
          refused("retention.no-visa", () -> destructions.destroy(List.of(line)));

          sign(list.id());
          assertThat(lists.one(chief(), list.id()).list().signedSha256()).hasSize(64);
          refused("retention.moved-on", () -> lists.takeOff(chief(), line));
          refused("retention.no-visa", () -> destructions.destroy(List.of(line)));
          refused(
              "retention.visa-number",
              () ->
                  visas.grant(
                      chief(),
                      list.id(),
                      List.of(line),
                      new Visas.VisaWish(" ", letters.today(), "La directrice")));
          refused(
              "retention.visa-date",
              () ->
                  visas.grant(
                      chief(),
                      list.id(),
                      List.of(line),
                      new Visas.VisaWish("V12", letters.today().plusDays(1), "La directrice")));
          visas.grant(chief(), list.id(), List.of(line), visa());
          assertThat(sql("select count(*) from document where correspondence_id = " + letter))
              .containsExactly("1");
          assertThat(destructions.destroy(List.of(line))).isEmpty();
          assertThat(destructions.destroy(List.of(line))).as("twice changes nothing").isEmpty();

          assertThat(sql("select count(*) from document where correspondence_id = " + letter))
              .containsExactly("0");
          assertThat(
                  sql(
                      "select chrono is not null and subject not like 'Ancien%' from correspondence where id = "
                          + letter))
              .containsExactly("t");
          var attested = lists.one(chief(), list.id()).list();
          assertThat(attested.state()).isEqualTo(ListState.ATTESTED);
          assertThat(attested.attestation())
              .contains("V12", "La directrice", "Courriers détruits : 1");
          refused("retention.destroyed", () -> holds.place(chief(), letter, "Trop tard"));
          return null;
        });
  }

  @Test
  void BAT2_without_visa_the_database_refuses_whoever_asks_by_whatever_path() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long letter = closed(OLD);
          found();
          lists.gather(chief());
          long line = line(lists.all(chief()).getFirst().id());
          for (var statement :
              List.of(
                  "delete from correspondence where id = " + letter,
                  "delete from document where correspondence_id = " + letter,
                  "update document set sha256 = repeat('0', 64) where correspondence_id = "
                      + letter,
                  "update retention_line set state = 'GRANTED' where id = " + line,
                  "insert into archive_visa select tenant_id, id, correspondence_id, 'X', current_date, 'X', (select min(a.id) from agent a where a.tenant_id = l.tenant_id), now() from retention_line l where id = "
                      + line,
                  "insert into destruction select tenant_id, correspondence_id, id, now() from retention_line where id = "
                      + line,
                  "delete from retention_line where id = " + line,
                  "delete from retention_list")) {
            assertThatThrownBy(() -> sql(statement))
                .as(statement)
                .isInstanceOf(IllegalStateException.class);
          }
          assertThat(sql("select count(*) from document where correspondence_id = " + letter))
              .containsExactly("1");
          return null;
        });
  }

  @Test
  void BAT2_a_litigation_hold_overrides_the_list_and_the_visa() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long letter = closed(OLD);
          long other = closed(OLD);
          long list = signed();
          var both = lists.one(chief(), list).lines().stream().map(RetentionLine::id).toList();
          visas.grant(chief(), list, both, visa());
          refused("retention.reason-missing", () -> holds.place(chief(), letter, " "));
          holds.place(chief(), letter, "Recours au tribunal");
          refused("retention.held-already", () -> holds.place(chief(), letter, "Encore"));
          refused("retention.no-visa", () -> destructions.destroy(List.of(both.getFirst())));
          assertThat(destructions.destroy(List.of(both.getLast()))).isEmpty();
          assertThat(lists.one(chief(), list).list().state())
              .as("the other settled it")
              .isEqualTo(ListState.ATTESTED);
          found();
          assertThat(lists.due(chief(), 0)).isEmpty();
          holds.lift(chief(), letter, "Jugé");
          found();
          assertThat(lists.due(chief(), 0))
              .extracting(RetentionLine::letter)
              .containsExactly(letter)
              .doesNotContain(other);
          return null;
        });
  }

  @Test
  void BAT2_what_is_reopened_is_taken_back_and_what_is_refused_returns_to_be_sorted() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long reopened = closed(OLD);
          long refusedOne = closed(OLD);
          long list = signed();
          var both = lists.one(chief(), list).lines();
          visas.grant(chief(), list, List.of(both.getFirst().id()), visa());
          sql("update correspondence set closed = false where id = " + reopened);
          assertThat(destructions.destroy(List.of(both.getFirst().id())))
              .containsExactly(both.getFirst().id());
          refused(
              "retention.reason-missing",
              () -> visas.refuse(chief(), list, List.of(both.getLast().id()), ""));
          visas.refuse(chief(), list, List.of(both.getLast().id()), "Intérêt historique");
          var settled = lists.one(chief(), list);
          assertThat(settled.lines())
              .extracting(RetentionLine::state)
              .containsExactly(LineState.WITHDRAWN, LineState.REFUSED);
          assertThat(settled.list().state()).isEqualTo(ListState.ATTESTED);
          found();
          var due = lists.due(chief(), 0);
          assertThat(due).extracting(RetentionLine::letter).containsExactly(refusedOne);
          assertThat(due.getFirst().outcome()).isNull();
          assertThat(lists.gather(chief())).as("nobody decided").isZero();
          lists.sort(chief(), List.of(due.getFirst().id()), Disposition.KEEP);
          assertThat(lists.gather(chief())).isEqualTo(1);
          return null;
        });
  }

  @Test
  void BAT2_what_comes_after_the_visa_is_not_destroyed_under_it() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long added = closed(OLD);
          long asked = closed(OLD);
          long replied = closed(OLD);
          long noted = closed(OLD);
          long handedOn = closed(OLD);
          long list = signed();
          var granted = lists.one(chief(), list).lines().stream().map(RetentionLine::id).toList();
          visas.grant(chief(), list, granted, visa());
          sql(
              "insert into document select (jsonb_populate_record(d, jsonb_build_object('id', nextval('row_id'), 'position', 1))).*"
                  + " from document d where correspondence_id = "
                  + added);
          sql(
              """
              insert into task (tenant_id, id, version, correspondence_id, asked_by, asking_unit_id, asked_of_unit_id, asked_at, question)
              select tenant_id, nextval('row_id'), 1, id, registrant_id, unit_id, unit_id, now(), 'Encore ?' from correspondence where id = %d
              """
                  .formatted(asked));
          reply(replied);
          notes.write(
              chief(),
              noted,
              Long.parseLong(
                  sql("select version from correspondence where id = " + noted).getFirst()),
              "Il faudrait la garder",
              null);
          sql(
              """
              insert into journal_entry (tenant_id, id, at, actor_id, correspondence_id, action, facts)
              select tenant_id, nextval('row_id'), now(), registrant_id, id, 'REASSIGN', '' from correspondence where id = %d
              """
                  .formatted(handedOn));
          assertThatThrownBy(
                  () ->
                      sql(
                          "insert into destruction select tenant_id, correspondence_id, id, now() from retention_line where id = "
                              + granted.getFirst()))
              .as("the database counts too")
              .isInstanceOf(IllegalStateException.class);
          assertThat(granted.stream().filter(line -> destructions.destroy(List.of(line)).isEmpty()))
              .containsExactly(granted.getLast());
          var settled = lists.one(chief(), list);
          assertThat(settled.lines())
              .extracting(RetentionLine::letter, RetentionLine::state, RetentionLine::reason)
              .containsExactly(
                  tuple(added, LineState.WITHDRAWN, "retention.withdrawn.changed"),
                  tuple(asked, LineState.WITHDRAWN, "retention.withdrawn.bound"),
                  tuple(replied, LineState.WITHDRAWN, "retention.withdrawn.changed"),
                  tuple(noted, LineState.WITHDRAWN, "retention.withdrawn.written-on"),
                  tuple(handedOn, LineState.DESTROYED, null));
          assertThat(settled.list().state()).isEqualTo(ListState.ATTESTED);
          assertThat(
                  sql(
                      "select count(*) from journal_entry where action = 'RETENTION_WITHDRAWN' and correspondence_id = "
                          + added))
              .containsExactly("1");
          found();
          assertThat(lists.due(chief(), 0))
              .extracting(RetentionLine::letter, RetentionLine::documents)
              .containsExactly(tuple(added, 2L), tuple(replied, 1L), tuple(noted, 1L));
          return null;
        });
  }

  @Test
  void BAT2_a_signed_reply_is_an_archive_like_the_letter() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long letter = closed(OLD);
          reply(letter);
          var versions =
              " where reply_id in (select id from reply where correspondence_id = " + letter + ")";
          sql("update reply_version set pdf_sha256 = repeat('2', 64)" + versions);
          sql("update reply_version set signed_sha256 = repeat('3', 64)" + versions);
          for (var statement :
              List.of(
                  "update reply_version set signed_sha256 = null",
                  "update reply_version set sha256 = repeat('0', 64)",
                  "delete from reply_version")) {
            assertThatThrownBy(() -> sql(statement + versions))
                .as(statement)
                .isInstanceOf(IllegalStateException.class);
          }
          long list = signed();
          long line = line(list);
          visas.grant(chief(), list, List.of(line), visa());
          assertThat(destructions.destroy(List.of(line))).isEmpty();
          assertThat(sql("select count(*) from reply_version" + versions)).containsExactly("0");
          return null;
        });
  }

  @Test
  void BAT2_one_archive_among_the_rows_of_a_statement_keeps_them_all() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long going = closed(OLD);
          long staying = closed(OLD);
          reply(going);
          reply(staying);
          sql(
              "update reply_version set signed_sha256 = repeat('3', 64)"
                  + versions(going, staying));
          long list = signed();
          long line = line(list);
          visas.grant(chief(), list, List.of(line), visa());
          sql(
              "insert into destruction select tenant_id, correspondence_id, id, now() from retention_line where id = "
                  + line);
          var documents = " where correspondence_id in (%d, %d)".formatted(going, staying);
          for (var statement :
              List.of(
                  "delete from document" + documents,
                  "update document set sha256 = repeat('0', 64)" + documents,
                  "update reply_version set id = nextval('row_id'), pdf_sha256 = repeat('0', 64)"
                      + versions(going, staying),
                  "delete from reply_version" + versions(going, staying),
                  "delete from reply" + documents,
                  "update reply_version set pdf_sha256 = repeat('0', 64)"
                      + versions(going, staying))) {
            assertThatThrownBy(() -> sql(statement))
                .as(statement)
                .hasRootCauseInstanceOf(SQLException.class)
                .hasStackTraceContaining(
                    "is a public archive: not without the visa of the archives");
          }
          assertThat(sql("select count(*) from document" + documents)).containsExactly("2");
          sql("update document set name = 'autre'" + documents);
          sql("update reply_version set file_name = 'autre'" + versions(going, staying));
          sql("update document set sha256 = repeat('0', 64)" + ofLetter(going));
          sql("delete from document" + ofLetter(going));
          sql("delete from reply_version" + versions(going, going));
          return null;
        });
  }

  private static String ofLetter(long letter) {
    return " where correspondence_id = " + letter;
  }

  private static String versions(long one, long other) {
    return " where reply_id in (select id from reply where correspondence_id in (%d, %d))"
        .formatted(one, other);
  }

  @Test
  void BAT2_what_is_read_too_late_of_a_destroyed_letter_is_kept_nowhere() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long letter = closed(OLD);
          long list = signed();
          long line = line(list);
          visas.grant(chief(), list, List.of(line), visa());
          var document =
              Long.parseLong(
                  sql("select id from document where correspondence_id = " + letter).getFirst());
          var sha256 = sql("select sha256 from document where id = " + document).getFirst();
          assertThat(destructions.destroy(List.of(line))).isEmpty();
          var rendition = "4".repeat(64);
          find(DocumentFiles.class)
              .read(
                  document,
                  sha256,
                  new ReadResult(
                      ExtractionStatus.DONE, null, 1, 1, "Un texte ancien", rendition, null));
          assertThat(sql("select count(*) from document_text where document_id = " + document))
              .containsExactly("0");
          assertThat(sql("select count(*) from content_removal where sha256 = '" + rendition + "'"))
              .containsExactly("1");
          return null;
        });
  }

  @Test
  void BAT2_a_rule_that_changes_takes_back_what_is_not_signed() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          closed(OLD);
          found();
          lists.gather(chief());
          var list = lists.all(chief()).getFirst().id();
          type("P50Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long line = line(list);
          withdrawals.review(List.of(line));
          assertThat(
                  sql(
                      "select state || ' ' || (list_id is null) from retention_line where id = "
                          + line))
              .containsExactly("WITHDRAWN true");
          found();
          assertThat(lists.due(chief(), 0)).isEmpty();
          return null;
        });
  }

  @Test
  void BAT2_a_list_is_signed_without_the_letter_taken_back_from_it() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long held = closed(OLD);
          long other = closed(OLD);
          found();
          lists.gather(chief());
          var list = lists.all(chief()).getFirst().id();
          withdrawals.withdraw(held, "retention.withdrawn.held");
          sign(list);
          assertThat(lists.one(chief(), list).lines())
              .extracting(RetentionLine::letter, RetentionLine::state)
              .containsExactly(tuple(other, LineState.SIGNED));
          return null;
        });
  }

  /**
   * The first line is held until both wait: whoever signs would have the list and wait for the
   * second line, whoever holds the second letter would have its line and wait for the list.
   */
  @Test
  void BAT2_a_hold_placed_while_its_list_is_signed_waits_and_then_takes_the_letter_back() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          closed(OLD);
          long held = closed(OLD);
          found();
          lists.gather(chief());
          var seen = lists.all(chief()).getFirst();
          long first = line(seen.id());
          var chief = chief();
          int town = TenantContext.required();
          CompletableFuture<Void> signing;
          CompletableFuture<Void> holding;
          try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            sql(connection, "select 1 from retention_line where id = " + first + " for update");
            signing =
                beside(
                    town,
                    () ->
                        lists.sign(
                            chief, seen.id(), seen.version(), PASSWORD.toCharArray(), "127.0.0.1"));
            var signer = awaitBlockedBy(sql(connection, "select pg_backend_pid()").getFirst());
            holding = beside(town, () -> holds.place(chief, held, "Le tribunal la demande"));
            awaitBlockedBy(signer);
            connection.commit();
          }
          signing.get(30, TimeUnit.SECONDS);
          holding.get(30, TimeUnit.SECONDS);
          var after = lists.one(chief(), seen.id());
          assertThat(after.list().state()).isEqualTo(ListState.SIGNED);
          assertThat(after.lines())
              .extracting(RetentionLine::state)
              .containsExactly(LineState.SIGNED, LineState.WITHDRAWN);
          return null;
        });
  }

  @Test
  void R_TZ_leap_days_and_civil_years_are_those_of_the_town() {
    inATown(
        () -> {
          type("P1Y", RetentionStart.CLOSING, Disposition.DESTROY);
          closed("2024-02-29 10:00+00");
          assertThat(foreseen("2025-02-28")).isZero();
          assertThat(foreseen("2025-03-01")).isEqualTo(1);
          type("P1Y", RetentionStart.YEAR_END, Disposition.DESTROY);
          assertThat(foreseen("2025-12-31")).isZero();
          assertThat(foreseen("2026-01-01")).isEqualTo(1);
          // In Paris it is 2025 already.
          closed("2024-12-31 23:30+00");
          assertThat(foreseen("2026-12-31")).isEqualTo(1);
          assertThat(foreseen("2027-01-01")).isEqualTo(2);
          return null;
        });
  }

  @Test
  void BAT2_nobody_without_the_right_sees_lists_signs_or_holds() {
    inATown(
        () -> {
          type("P5Y", RetentionStart.CLOSING, Disposition.DESTROY);
          long letter = closed(OLD);
          var none = without();
          for (ThrowingCallable deed :
              List.<ThrowingCallable>of(
                  () -> lists.all(none),
                  () -> lists.due(none, 0),
                  () -> lists.gather(none),
                  () -> lists.sign(none, 1, 1, PASSWORD.toCharArray(), "127.0.0.1"),
                  () -> visas.grant(none, 1, List.of(1L), visa()),
                  () -> letters.forecast(none, letters.today()),
                  () -> holds.place(none, letter, "x"))) {
            refused("platform.forbidden", deed);
          }
          return null;
        });
  }

  private long foreseen(String day) {
    return letters.forecast(chief(), LocalDate.parse(day)).stream()
        .mapToLong(DueLetters.Forecast::letters)
        .sum();
  }

  /** As the night does: what is no longer due first, then what is. */
  private void found() {
    withdrawals.review(withdrawals.after(0, 500).stream().map(Long::valueOf).toList());
    letters.find(letters.after(0, 500).stream().map(Long::valueOf).toList());
  }

  /** The list of what is found due, signed. */
  private long signed() {
    found();
    lists.gather(chief());
    long list = lists.all(chief()).getFirst().id();
    sign(list);
    return list;
  }

  private void sign(long list) {
    refused(
        "access.wrong-password",
        () ->
            lists.sign(
                chief(),
                list,
                lists.one(chief(), list).list().version(),
                "faux".toCharArray(),
                "127.0.0.1"));
    lists.sign(
        chief(),
        list,
        lists.one(chief(), list).list().version(),
        PASSWORD.toCharArray(),
        "127.0.0.1");
  }

  private Visas.VisaWish visa() {
    return new Visas.VisaWish("V12", letters.today(), "La directrice");
  }

  private long line(long list) {
    return lists.one(chief(), list).lines().getFirst().id();
  }

  private static void refused(String key, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private Reader chief() {
    return readers.of(organisation.agent(login).orElseThrow().id()).orElseThrow();
  }

  /** The chief, as one who sees all and may nothing. */
  private Reader without() {
    var all = chief();
    return new Reader(
        all.tenant(),
        all.agent(),
        all.login(),
        all.name(),
        null,
        null,
        all.credentialVersion(),
        all.ownUnits(),
        all.branch(),
        Map.of(),
        Set.copyOf(all.tokens()));
  }

  private void type(String period, RetentionStart start, Disposition disposition) {
    typology.saveType(
        chief(),
        new DocumentTypeWish(
            "DIVERS",
            "Divers",
            "Divers",
            "Divers",
            30,
            false,
            Regime.NONE,
            null,
            null,
            null,
            null,
            false,
            period,
            start,
            disposition,
            null,
            true),
        null);
  }

  /** A first version of a reply, not converted yet. */
  private void reply(long letter) {
    sql(
        """
        with r as (insert into reply (tenant_id, id, version, correspondence_id, author_id, created_at)
                   select tenant_id, nextval('row_id'), 1, id, registrant_id, now() from correspondence where id = %d returning *)
        insert into reply_version (tenant_id, id, version, reply_id, number, author_id, created_at, file_name, media_type, sha256, size_bytes, conversion)
        select tenant_id, nextval('row_id'), 1, id, 1, author_id, now(), 'r.txt', 'text/plain', repeat('1', 64), 1, 'PENDING' from r
        """
            .formatted(letter));
  }

  /** A letter with a file, closed at that moment. */
  private long closed(String moment) {
    var text = new ByteArrayInputStream("Un texte ancien".getBytes(StandardCharsets.UTF_8));
    long id =
        captures
            .register(
                chief(),
                new Registration(
                    Category.INCOMING,
                    Channel.PAPER,
                    "Ancien courrier",
                    "DIVERS",
                    null,
                    null,
                    null,
                    "MAIRIE",
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    false,
                    null),
                List.of(new GivenFile("ancien.txt", text)),
                null)
            .id();
    sql(
        "update correspondence set closed = true, state = 'CLOSED', state_since = '%s' where id = %d"
            .formatted(moment, id));
    return id;
  }

  private void inATown(Callable<Void> work) {
    var code = "RET" + Long.toString(System.nanoTime() % 100_000_000, 36).toUpperCase(Locale.ROOT);
    login = code.toLowerCase(Locale.ROOT) + ".chef";
    var town =
        foundings.found(
            new Founding(code, "Conservation", null, null, null, null, login, "Ada", "Chef"),
            PASSWORD.toCharArray());
    TenantContext.call(
        town.id(),
        () -> {
          typology.savePriority(
              chief(), new PriorityWish("NORMALE", "Normale", "#1a4d8f", 30, 0), null);
          return work.call();
        });
  }

  private List<String> sql(String text) {
    try (var connection = owner.getConnection()) {
      return sql(connection, text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> sql(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(text)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
      return found;
    }
  }

  private static CompletableFuture<Void> beside(int town, Runnable work) {
    return Beside.run(
        () ->
            TenantContext.call(
                town,
                () -> {
                  work.run();
                  return null;
                }));
  }

  /** Who waits for this one, as soon as somebody does: others of the server wait for others. */
  private String awaitBlockedBy(String pid) throws InterruptedException {
    var waiting = "select pid from pg_stat_activity where " + pid + " = any(pg_blocking_pids(pid))";
    var found = sql(waiting);
    for (int left = 300; found.isEmpty(); left--) {
      assertThat(left).as("waiting for a lock").isPositive();
      Thread.sleep(100);
      found = sql(waiting);
    }
    return found.getFirst();
  }

  private static <T> T find(Class<T> type) {
    return TestWar.find(TestWar.EJB + type.getSimpleName(), type);
  }
}
