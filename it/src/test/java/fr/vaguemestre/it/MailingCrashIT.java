package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** REP4: the server is killed in the middle of a mailing; each recipient is served once. */
@Journey
class MailingCrashIT {
  private static final int RECIPIENTS = 40;
  private static final int BEFORE_THE_KILL = 5;

  /** Threads of the lane: no more mails can be on their way at once. */
  private static final int LANE = 2;

  @Test
  void REP4_after_a_kill_the_mailing_goes_on_and_nobody_gets_two(Browser assistant) {
    var reply = AMailing.signed("Coupure " + System.nanoTime());
    var csv = new StringBuilder("nom;courriel\n");
    for (int i = 0; i < RECIPIENTS; i++) {
      csv.append("Usager %d;%s\n".formatted(i, address(reply, i)));
    }
    var id = AMailing.byMail(assistant, reply, csv.toString());
    await(() -> count(id, "SENT") >= BEFORE_THE_KILL);

    RunningServer.kill();
    RunningServer.start();

    await(() -> count(id, "SENT") + count(id, "DOUBT") == RECIPIENTS);
    assertThat(count(id, "DOUBT")).as("on their way when it fell").isLessThanOrEqualTo(LANE);
    var caught = Visitor.as("assistante").get("/mail/caught.xhtml").body();
    int reached = 0;
    for (int i = 0; i < RECIPIENTS; i++) {
      int mails = caught.split("</span>" + address(reply, i) + "<br", -1).length - 1;
      assertThat(mails).as(address(reply, i)).isLessThanOrEqualTo(1);
      reached += mails;
    }
    assertThat(reached).isBetween((int) count(id, "SENT"), RECIPIENTS);
  }

  private static String address(AReply reply, int i) {
    return "u%d.%d@exemple.fr".formatted(i, reply.id());
  }

  private static long count(String mailing, String status) {
    return ATown.number(
        "select count(*) from mailing_recipient where mailing_id = %s and status = '%s'"
            .formatted(mailing, status));
  }

  private static void await(BooleanSupplier wanted) {
    var end = Instant.now().plus(Duration.ofMinutes(3));
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      ATown.pause(50);
    }
  }
}
