package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailDoubtful;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker.Hopeless;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcknowledgementDepartureTest {
  private final List<String> became = new ArrayList<>();
  private final AcknowledgementDeparture departure = new AcknowledgementDeparture();
  private RuntimeException composing;
  private RuntimeException sending;

  AcknowledgementDepartureTest() {
    departure.mails =
        new AcknowledgementMails() {
          @Override
          public Optional<OutgoingMail> compose(long id, boolean anew) {
            became.add(anew ? "composed anew" : "composed");
            if (composing != null) {
              throw composing;
            }
            return Optional.of(
                new OutgoingMail(
                    "<1@vaguemestre.invalid>",
                    "ville@example.fr",
                    null,
                    List.of("lou@example.fr"),
                    "AEE",
                    "Reçu.",
                    null,
                    List.of(),
                    Map.of()));
          }

          @Override
          public void sent(long id) {
            became.add("sent");
          }

          @Override
          public void failed(long id, String why) {
            became.add("failed");
          }
        };
    departure.sender =
        mail -> {
          if (sending != null) {
            throw sending;
          }
          return null;
        };
  }

  @Test
  void the_first_try_takes_one_that_failed_before_and_the_next_does_not() throws Exception {
    departure.carryOut(attempt(1));
    departure.carryOut(attempt(2));
    assertThat(became).containsExactly("composed anew", "sent", "composed", "sent");
  }

  @Test
  void a_server_that_is_away_is_waited_for_until_the_last_try() {
    sending = new MailDelayed("away", List.of(), List.of(), null);
    assertThatThrownBy(() -> departure.carryOut(attempt(2))).isSameAs(sending);
    assertThat(became).containsExactly("composed");
    assertThatThrownBy(() -> departure.carryOut(attempt(Outbox.ATTEMPTS))).isSameAs(sending);
    assertThat(became).endsWith("composed", "failed");
  }

  @Test
  void what_nobody_knows_is_said_and_not_tried_again() throws Exception {
    sending = new MailDoubtful("cut", null);
    departure.carryOut(attempt(1));
    assertThat(became).containsExactly("composed anew", "failed");
  }

  @Test
  void a_mail_that_cannot_be_made_fails_at_once_however_the_bean_wraps_it() {
    composing = new EJBException(new MailRejected("no recipient", List.of(), null));
    assertThatThrownBy(() -> departure.carryOut(attempt(1)))
        .isInstanceOf(Hopeless.class)
        .hasMessage("no recipient");
    assertThat(became).endsWith("failed");
  }

  @Test
  void whatever_else_happens_at_the_last_try_leaves_nothing_on_its_way() {
    composing = new EJBException("database");
    assertThatThrownBy(() -> departure.carryOut(attempt(Outbox.ATTEMPTS))).isSameAs(composing);
    assertThat(became).endsWith("failed");
  }

  private static Work attempt(int number) {
    return new Work(1, 1, Kind.ACKNOWLEDGE, 7, number);
  }
}
