package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * BAT1: a run that is stopped, killed, poisoned or taken over ends right: nothing twice, nothing
 * left out.
 */
@Journey
class NightKilledIT {
  private static final int LETTERS = 3;

  @AfterEach
  void undo() {
    ATown.change(
        """
        drop trigger if exists slow_night on job_step;
        drop trigger if exists poisoned_night on notification;
        drop trigger if exists poisoned_night on tacit_decision;
        drop function if exists slow_night();
        drop function if exists poisoned_night()
        """);
  }

  @Test
  void BAT1_a_run_stopped_in_the_middle_goes_on_where_it_was() {
    var town = ATown.founded("k.un");
    var night = new Night(town);
    slow(town);
    night.start("consistency");
    night.until("consistency", last -> last.getInt("done") > 20);
    assertThat(night.ask("consistency", "stop")).isEqualTo(202);
    var stopped = night.until("consistency", last -> last.getString("state").equals("STOPPED"));
    assertThat(stopped.getInt("done")).isLessThan(16 + 136);
    assertThat(night.ask("consistency", "restart")).isEqualTo(202);
    ended(night, stopped.getJsonNumber("id").longValue());
  }

  @Test
  void BAT1_a_run_whose_server_is_stopped_in_order_goes_on_at_the_next_start() {
    var town = ATown.founded("k.six");
    slow(town);
    long run = underWay(town);
    RunningServer.stop();
    RunningServer.start();
    ended(new Night(town), run);
  }

  /** Of the rebuild, the new index has its letters and the ledger does not know it yet. */
  @Test
  void BAT1_SEA2_runs_whose_server_is_killed_go_on_at_the_next_start_and_miss_nothing() {
    var checked = ATown.founded("k.deux");
    var town = ATown.founded("k.cinq");
    var night = new Night(town);
    town.letter("Aubépine", "Une haie.");
    town.letter("Aubépine", "Deux haies.");
    town.awaitFound("haies", 2);
    ATown.change(
        """
        create function slow_night() returns trigger language plpgsql as $$ begin
            if new.tenant_id = %d then perform pg_sleep(0.1); end if;
            if new.tenant_id = %d and new.step = 'rebuild-fill' then perform pg_sleep(60); end if;
            return new; end $$;
        create trigger slow_night before update on job_step for each row execute function slow_night()
        """
            .formatted(checked.id(), town.id()));
    night.start("fulltext-rebuild");
    ATown.until(
        () ->
            Json.createObjectBuilder()
                .add(
                    "asleep",
                    ATown.number(
                        "select count(*) from pg_stat_activity where query like 'update job_step%' and wait_event = 'PgSleep'"))
                .build(),
        seen -> seen.getInt("asleep") == 1);
    town.letter("Aubépine", "Trois haies.");
    town.awaitFound("haies", 3);
    long run = underWay(checked);
    RunningServer.kill();
    ATown.change(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'update job_step%' and wait_event = 'PgSleep'");
    undo();
    RunningServer.start();
    ended(new Night(checked), run);
    var done = night.until("fulltext-rebuild", last -> !last.getString("state").equals("RUNNING"));
    assertThat(done.getString("state")).isEqualTo("DONE");
    assertThat(done.getInt("skipped")).isZero();
    town.awaitFound("haies", 3);
    town.letter("Aubépine", "Quatre haies.");
    town.awaitFound("haies", 4);
  }

  @Test
  void BAT1_what_a_dead_node_left_is_taken_up_by_another_from_where_it_was() {
    var town = ATown.founded("k.trois");
    var night = new Night(town);
    ATown.change(
        """
        with run as (
          insert into job_run (tenant_id, id, job, state, asked_at, started_at, node, claimed_until)
            values (%1$d, nextval('row_id'), 'CONSISTENCY', 'RUNNING', now(), now(), 'elsewhere', now() + interval '5 seconds')
            returning id)
        insert into job_step (tenant_id, run_id, step, total, done, place, begun_at, changed_at)
          select %1$d, id, 'consistency-files', 16, 10, '9', now(), now() from run
        """
            .formatted(town.id()));
    assertThat(night.ask("consistency", "start")).isEqualTo(409);
    night.until("consistency", last -> last.getString("state").equals("DONE"));
    assertThat(night.rows("job_step", "step = 'consistency-files' and done = 16 and place = 'f'"))
        .isEqualTo(1);
  }

  @Test
  void BAT1_one_poisoned_letter_is_left_out_with_its_reason_and_the_others_are_told() {
    var town = ATown.founded("k.quatre");
    var night = new Night(town);
    long poisoned = 0;
    for (int i = 0; i < LETTERS; i++) {
      long letter = town.letter("Lettre" + i, "Texte.");
      poisoned = i == 1 ? letter : poisoned;
    }
    ATown.change(
        """
        update correspondence set deadline = current_date - 1,
               assignee_id = (select id from agent where tenant_id = %1$d limit 1) where tenant_id = %1$d;
        create function poisoned_night() returns trigger language plpgsql as
          $$ begin if new.correspondence_id = %2$d then raise exception 'poison'; end if; return new; end $$;
        create trigger poisoned_night before insert on notification for each row execute function poisoned_night()
        """
            .formatted(town.id(), poisoned));
    var run = night.run("reminders");
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(run.getInt("skipped")).isEqualTo(1);
    assertThat(run.getInt("done")).isEqualTo(LETTERS - 1);
    assertThat(night.notes("reminders", "SKIPPED"))
        .singleElement()
        .asString()
        .startsWith(poisoned + ": ")
        .contains("poison");
    assertThat(night.rows("notification", "reason = 'LATE'")).isEqualTo(LETTERS - 1);
  }

  @Test
  void BAT1_DEL2_silence_that_cannot_be_recorded_is_left_out_and_recorded_by_the_next_run() {
    var town = ATown.founded("k.sept");
    var night = new Night(town);
    long poisoned = 0;
    for (int i = 0; i < LETTERS; i++) {
      long letter = town.letter("Demande" + i, "Texte.");
      poisoned = i == 1 ? letter : poisoned;
    }
    ATown.change(
        """
        update correspondence set arrival_date = current_date - 10, registered_at = now() - interval '10 days' where tenant_id = %1$d;
        insert into legal_request (tenant_id, correspondence_id, regime, regime_reason, days, settled)
          select tenant_id, id, 'SVA', 'PRINCIPLE', 3, 'DECIDED' from correspondence where tenant_id = %1$d;
        create function poisoned_night() returns trigger language plpgsql as
          $$ begin if new.correspondence_id = %2$d then raise exception 'poison'; end if; return new; end $$;
        create trigger poisoned_night before insert on tacit_decision for each row execute function poisoned_night()
        """
            .formatted(town.id(), poisoned));
    var run = night.run("delay-watch");
    assertThat(run.getString("state")).isEqualTo("DONE");
    assertThat(run.getInt("skipped")).isEqualTo(1);
    assertThat(run.getInt("done")).isEqualTo(LETTERS - 1);
    assertThat(night.notes("delay-watch", "SKIPPED"))
        .singleElement()
        .asString()
        .startsWith(poisoned + ": ")
        .contains("poison");
    assertThat(night.rows("tacit_decision", "decided_on = current_date - 7"))
        .isEqualTo(LETTERS - 1);

    undo();
    assertThat(night.run("delay-watch").getInt("done")).isEqualTo(1);
    assertThat(night.rows("tacit_decision", "decided_on = current_date - 7")).isEqualTo(LETTERS);
    assertThat(night.rows("journal_entry", "action = 'TACIT_DECISION'")).isEqualTo(LETTERS);
  }

  /** The row id of a run of which something is done and much is left. */
  private static long underWay(ATown town) {
    var night = new Night(town);
    night.start("consistency");
    return night
        .until("consistency", last -> last.getInt("done") > 20)
        .getJsonNumber("id")
        .longValue();
  }

  /** Each chunk of this town's steps takes a tenth of a second more. */
  private static void slow(ATown town) {
    ATown.change(
        """
        create function slow_night() returns trigger language plpgsql as
          $$ begin if new.tenant_id = %d then perform pg_sleep(0.1); end if; return new; end $$;
        create trigger slow_night before update on job_step for each row execute function slow_night()
        """
            .formatted(town.id()));
  }

  /** The run is done, and every step did each of its items once. */
  private static void ended(Night night, long run) {
    var done = night.until("consistency", last -> last.getString("state").equals("DONE"));
    assertThat(done.getJsonNumber("id").longValue()).isEqualTo(run);
    assertThat(night.rows("job_run", "job = 'CONSISTENCY'")).isEqualTo(1);
    assertThat(night.rows("job_step", "run_id = " + run)).isEqualTo(5);
    assertThat(night.rows("job_step", "run_id = %d and done <> total".formatted(run))).isZero();
    assertThat(night.rows("job_note", "run_id = " + run)).isZero();
  }
}
