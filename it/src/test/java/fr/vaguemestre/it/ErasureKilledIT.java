package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * GRC8, BAT2: a server killed at any moment of the anonymisation or of a destruction leaves each
 * letter whole or erased; the next run finishes, and erases none twice.
 */
@Journey
class ErasureKilledIT {
  /** Each costs a start of the server: more of them with {@code -Dvaguemestre.it.kills=10}. */
  private static final int KILLS = Integer.getInteger("vaguemestre.it.kills", 1);

  private static final int LETTERS = 1_000 * Math.max(2, KILLS);
  private static final int ON_A_LIST = 500;

  private static final String ASLEEP =
      " from pg_stat_activity where query like 'update job_step%' and wait_event = 'PgSleep'";

  private static final Random RANDOM = new Random(22);

  @AfterEach
  void quick() {
    ATown.change(
        "drop trigger if exists slow_erasure on job_step; drop function if exists slow_erasure()");
  }

  @Test
  void GRC8_killed_again_and_again_the_run_ends_with_every_request_erased_once() {
    var mark = "Kwetsbaar" + UUID.randomUUID().toString().substring(0, 6);
    var town = ATown.founded("coupe." + mark.substring(9));
    var night = new Night(town);
    letters(town, mark);
    Traces.age(town);
    killed(town, night, "anonymisation", "anonymise", () -> nothingHalf(town, mark));
    assertThat(night.rows("job_step", "step = 'anonymise' and done = " + LETTERS)).isEqualTo(1);
    assertThat(night.rows("erasure", "purpose = 'ANONYMISE'")).isEqualTo(LETTERS);
    assertThat(night.notes("anonymisation", "FOUND")).hasSize(LETTERS).doesNotHaveDuplicates();
    nothingLeft(night, mark);
  }

  @Test
  void BAT2_killed_again_and_again_the_run_ends_with_every_granted_letter_destroyed_once() {
    var mark = "Brisable" + UUID.randomUUID().toString().substring(0, 6);
    var town = ATown.founded("detruit." + mark.substring(8));
    var night = new Night(town);
    letters(town, mark);
    granted(town);
    Traces.age(town);
    killed(town, night, "retention", "retention-destroy", () -> nothingHalfDestroyed(town, mark));
    assertThat(night.rows("job_step", "step = 'retention-destroy' and done = " + LETTERS))
        .isEqualTo(1);
    assertThat(night.rows("destruction", "true")).isEqualTo(LETTERS);
    assertThat(night.rows("retention_line", "state = 'DESTROYED'")).isEqualTo(LETTERS);
    assertThat(night.rows("retention_list", "state = 'ATTESTED'")).isEqualTo(LETTERS / ON_A_LIST);
    assertThat(night.rows("journal_entry", "action = 'DESTROYED'")).isEqualTo(LETTERS);
    nothingLeft(night, mark);
  }

  /**
   * Kills the server again and again in the midst of the step; then the job ends, having left out
   * none.
   */
  private void killed(ATown town, Night night, String job, String step, Runnable check) {
    int seconds = Math.min(3, KILLS);
    ATown.change(
        """
        create function slow_erasure() returns trigger language plpgsql as
          $$ begin if new.tenant_id = %d and new.step = '%s' then perform pg_sleep(%d); end if; return new; end $$;
        create trigger slow_erasure before update on job_step for each row execute function slow_erasure()
        """
            .formatted(town.id(), step, seconds));
    night.start(job);
    for (int i = 0; i < KILLS; i++) {
      for (int left = 600; ATown.number("select count(*)" + ASLEEP) == 0; left--) {
        assertThat(left).as("the step is under way").isPositive();
        ATown.pause(100);
      }
      ATown.pause(RANDOM.nextInt(1_200 * seconds));
      RunningServer.kill();
      assertThat(night.rows("job_step", "step = '" + step + "' and done < " + LETTERS))
          .isEqualTo(1);
      ATown.change("select pg_terminate_backend(pid)" + ASLEEP);
      check.run();
      RunningServer.start();
    }
    quick();
    var done = night.until(job, last -> !last.getString("state").matches("RUNNING|WANTED"));
    assertThat(done.getString("state")).isEqualTo("DONE");
    assertThat(done.getInt("skipped")).isZero();
    check.run();
    assertThat(night.rows("job_run", "job = '" + job.toUpperCase(Locale.ROOT) + "'")).isEqualTo(1);
  }

  private static void nothingLeft(Night night, String mark) {
    assertThat(night.rows("content_removal", "true")).isZero();
    for (int left = 600; ATown.number("select count(*) from index_queue") > 0; left--) {
      assertThat(left).isPositive();
      ATown.pause(200);
    }
    assertThat(Traces.of(mark)).isEmpty();
    assertThat(night.run("consistency").getInt("found")).isZero();
  }

  /** Each letter says all of it, or nothing. */
  private static void nothingHalf(ATown town, String mark) {
    assertThat(
            ATown.number(
                """
                select count(*) from correspondence c join submission s on s.tenant_id = c.tenant_id and s.correspondence_id = c.id
                  join document d on d.tenant_id = c.tenant_id and d.correspondence_id = c.id
                 where c.tenant_id = %1$d
                   and (exists (select 1 from erasure e where e.tenant_id = c.tenant_id and e.correspondence_id = c.id),
                        c.subject not like '%%%2$s%%', s.answers not like '%%%2$s%%', c.sender_id is null, d.size_bytes = 0)
                   not in ((true, true, true, true, true), (false, false, false, false, false))
                """
                    .formatted(town.id(), mark)))
        .isZero();
  }

  /** Each letter is destroyed by all that says so, or by nothing. */
  private static void nothingHalfDestroyed(ATown town, String mark) {
    assertThat(
            ATown.number(
                """
                select count(*) from correspondence c join retention_line l on l.tenant_id = c.tenant_id and l.correspondence_id = c.id
                 where c.tenant_id = %1$d
                   and (l.state = 'DESTROYED',
                        exists (select 1 from destruction x where x.tenant_id = c.tenant_id and x.correspondence_id = c.id),
                        exists (select 1 from erasure e where e.tenant_id = c.tenant_id and e.correspondence_id = c.id),
                        not exists (select 1 from document d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id),
                        c.subject not like '%%%2$s%%', c.sender_id is null)
                   not in ((true, true, true, true, true, true), (false, false, false, false, false, false))
                """
                    .formatted(town.id(), mark)))
        .isZero();
  }

  /** The letters on signed lists, each with the visa of the archives. */
  private static void granted(ATown town) {
    ATown.change(
        """
        set app.tenant = '%1$d';
        update document_type set retention = 'P3M', retention_start = 'CLOSING', final_disposition = 'DESTROY'
         where tenant_id = %1$d and id in (select type_id from correspondence where tenant_id = %1$d);
        insert into retention_list (id, version, number, kind, state, made_at, signed_by, signed_at, signed_sha256)
          select 900000000 + g, 1, 'B-' || g, 'DESTROY', 'SIGNED', now(), (select min(id) from agent where tenant_id = %1$d), now(), repeat('a', 64)
            from generate_series(1, %2$d) g;
        insert into retention_line (id, version, correspondence_id, list_id, state, outcome, chrono, type_label, unit_label, arrived_on, closed_on,
            retention, retention_start, disposition, ends_on, documents, bytes, found_at)
          select c.id, 1, c.id, 900000001 + (c.id - 900000001) / %3$d, 'SIGNED', 'DESTROY', c.chrono, 'Type', 'Unité', c.arrival_date,
                 cast(c.state_since at time zone t.time_zone as date), 'P3M', 'CLOSING', 'DESTROY', current_date - 10, 1, 10, now()
            from correspondence c join tenant t on t.id = c.tenant_id where c.tenant_id = %1$d and c.id > 900000000;
        insert into archive_visa (line_id, correspondence_id, number, granted_on, signatory, recorded_by, recorded_at)
          select l.id, l.correspondence_id, 'V1', current_date, 'Les archives', (select min(id) from agent where tenant_id = %1$d), now()
            from retention_line l where l.tenant_id = %1$d;
        update retention_line set state = 'GRANTED' where tenant_id = %1$d
        """
            .formatted(town.id(), LETTERS / ON_A_LIST, ON_A_LIST));
  }

  /** Closed for four months; each with a contact and a file of its own. */
  private static void letters(ATown town, String mark) {
    var portal = APortal.full(town);
    var files = new StringBuilder("(0, '', 0)");
    for (int i = 1; i <= LETTERS; i++) {
      files.append(",(%d, '%s', 1)".formatted(i, kept(town, mark + " écrit " + i)));
    }
    ATown.change(
        """
        set app.tenant = '%1$d';
        create temp table f as select g, sha from (values %2$s) v (g, sha, n) where g > 0;
        insert into contact (id, version, kind, last_name, email, search_key)
          select 900000000 + g, 1, 'PERSON', '%3$s' || g, '%3$s' || g || '@exemple.fr', lower('%3$s') || g from f;
        insert into correspondence (id, version, chrono, category, channel, subject, type_id, priority_id, sender_id, unit_id, registrant_id,
            circuit_version_id, state, state_since, closed, arrival_date, registered_at, confidential, sensitive)
          select 900000000 + g, 1, 'K/' || g, 'INCOMING', 'WEB', '%3$s ' || g, t.id, p.id, 900000000 + g, u.id, a.id, v.id, s.code,
                 now() - interval '4 months', true, current_date - 150, now() - interval '5 months', false, false
            from f, (select id from document_type where tenant_id = %1$d limit 1) t, (select id from priority where tenant_id = %1$d limit 1) p,
                 (select id from unit where tenant_id = %1$d limit 1) u, (select id from agent where tenant_id = %1$d limit 1) a,
                 (select v.id from circuit_version v where v.tenant_id = %1$d and v.published_at is not null limit 1) v
            join circuit_state s on s.tenant_id = %1$d and s.circuit_version_id = v.id and s.closed
           where s.code = (select min(code) from circuit_state where tenant_id = %1$d and circuit_version_id = v.id and closed);
        insert into correspondence_audience (correspondence_id, token)
          select c.id, x.token from correspondence c, lateral (values ('all'), ('a' || c.registrant_id), ('u' || c.unit_id)) x (token)
           where c.tenant_id = %1$d and c.id > 900000000;
        insert into submission (id, version, client_id, correspondence_id, request_sha256, tracking_code, received_at, answers, applicant, subject, type_code)
          select 900000000 + g, 1, %4$d, 900000000 + g, repeat('a', 64), 'K' || g, now(), '{"nom":"%3$s"}', '{"nom":"%3$s"}', '%3$s', 'DIVERS' from f;
        insert into document (id, version, correspondence_id, role, name, media_type, size_bytes, sha256, position, extraction, added_at, added_by)
          select 900000000 + g, 1, 900000000 + g, 'MAIN', '%3$s.txt', 'text/plain', 10, sha, 0, 'DONE', now(),
                 (select id from agent where tenant_id = %1$d limit 1) from f;
        insert into document_text select %1$d, 900000000 + g, '%3$s' from f;
        insert into index_queue (correspondence_id) select 900000000 + g from f;
        drop table f
        """
            .formatted(town.id(), files, mark, portal.id()));
  }

  /** Puts a file where the store keeps it; returns its address. */
  private static String kept(ATown town, String text) {
    try {
      var address =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
      var file = Traces.content(town).resolve(address.substring(0, 2)).resolve(address);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return address;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
