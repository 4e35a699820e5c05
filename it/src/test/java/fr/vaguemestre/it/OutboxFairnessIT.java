package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Towns have their turn in the outbox: one that has very much to do delays no other (ORG7). */
@Journey
class OutboxFairnessIT {
  private static final int MANY = 100_000;

  /** Mails of notifications that are not there: each is claimed, looked for and done. */
  private static final String WORK =
      """
      insert into intention (tenant_id, id, version, kind, lane, subject_id, status, due_at, created_at)
        select %1$d, nextval('row_id'), 1, 'NOTIFY', 'OUTSIDE', -g, 'READY', now() - interval '%2$s', now() from generate_series(1, %3$d) g
      """;

  @AfterEach
  void leave() {
    ATown.change(
        "delete from intention where kind = 'NOTIFY' and subject_id < 0 and status = 'READY'");
  }

  @Test
  void ORG7_the_work_of_a_small_town_does_not_wait_for_a_large_ones() {
    var large = ATown.founded("o.large");
    var small = ATown.founded("o.petit");
    var smaller = ATown.founded("o.menu");
    ATown.change(WORK.formatted(large.id(), "1 hour", MANY));
    ATown.change(WORK.formatted(small.id(), "1 minute", 20));
    ATown.change(WORK.formatted(smaller.id(), "1 second", 1));
    awaitNone(small, smaller);
    assertThat(left(large)).as("long before the large one").isGreaterThan(MANY / 2);
    leave();
    ATown.change(WORK.formatted(small.id(), "1 second", 20));
    awaitNone(small);
  }

  private static void awaitNone(ATown... towns) {
    var end = Instant.now().plus(Duration.ofSeconds(30));
    while (Arrays.stream(towns).anyMatch(town -> left(town) > 0)) {
      assertThat(Instant.now()).as("the work of the small ones is done").isBefore(end);
      ATown.pause(50);
    }
  }

  private static long left(ATown town) {
    return ATown.number(
        "select count(*) from intention where kind = 'NOTIFY' and subject_id < 0 and tenant_id = "
            + town.id());
  }
}
