package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The server's own work goes on, whatever happens to a part of it. */
@Journey
class WorkIT {
  @Test
  void outbox_what_is_renewed_no_more_is_taken_up_and_what_is_being_done_is_left() {
    long abandoned = intention("now() - interval '1 second'");
    long held = intention("now() + interval '10 minutes'");
    await("taken up", () -> rows("intention where id = " + abandoned) == 0);
    assertThat(rows("intention where status = 'RUNNING' and id = " + held)).isEqualTo(1);
    ATown.change("delete from intention where id = " + held);
  }

  @Test
  void index_a_town_whose_index_is_broken_stops_no_other() throws IOException {
    var broken = ATown.founded("i.casse");
    var folder = RunningServer.data().resolve("index").resolve(Integer.toString(broken.id()));
    assertThat(folder).doesNotExist();
    Files.writeString(folder, "in the way");
    try {
      broken.letter("Pastel", "Une lettre que rien ne trouve encore.");
      var sound = ATown.founded("i.entier");
      sound.letter("Garance", "Une lettre trouvée.");
      sound.awaitFound("garance", 1);
      assertThat(rows("index_queue where tenant_id = " + broken.id())).isPositive();
    } finally {
      Files.delete(folder);
    }
    broken.awaitFound("pastel", 1);
  }

  /** Work on a dropped file that is not there, held by a node that is not there either. */
  private static long intention(String until) {
    return Long.parseLong(
        ATown.texts(
                """
                insert into intention (tenant_id, id, version, kind, lane, subject_id, status, attempts, due_at, created_at,
                       claimed_by, claimed_until)
                values (1, nextval('row_id'), 1, 'EXTRACT_UPLOAD', 'DROPPED', -nextval('row_id'), 'RUNNING', 1, now(), now(),
                       'elsewhere', %s) returning id
                """
                    .formatted(until))
            .getFirst());
  }

  private static long rows(String of) {
    return ATown.number("select count(*) from " + of);
  }

  private static void await(String what, BooleanSupplier done) {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      ATown.pause(200);
    }
  }
}
