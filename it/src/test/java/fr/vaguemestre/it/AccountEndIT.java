package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API4: administrators are told by mail that a machine account ends, once for each threshold. */
@Journey
class AccountEndIT {
  private ATown town;
  private Night night;

  @BeforeEach
  void a_town() {
    town = ATown.founded("ends." + UUID.randomUUID().toString().substring(0, 6));
    night = new Night(town);
  }

  @Test
  void API4_an_end_is_told_at_thirty_seven_and_one_day_and_once_each() {
    reachable();
    var portal = APortal.of(town, "SUBMIT");
    var endless = APortal.of(town, "SUBMIT");
    ends(portal, 40);
    told(0);
    ends(portal, 30);
    told(1);
    told(1);
    assertThat(night.rows("account_end_told", "days = 30")).isEqualTo(1);
    // The days go by: the clock of the test moves the end, which is another end.
    ends(portal, 6);
    told(2);
    told(2);
    ends(portal, 1);
    told(3);
    told(3);
    portal.change("update api_client set active = false where id = (select id from me)");
    ends(endless, -1);
    told(3);
    assertThat(night.rows("account_end_mail", "client_id = " + endless.id())).isZero();
    assertThat(
            ATown.number(
                "select count(*) from intention where kind = 'NOTIFY' and status = 'DEAD' and tenant_id = "
                    + town.id()))
        .isZero();
  }

  @Test
  void API4_the_same_end_comes_nearer_and_is_told_again_at_the_next_threshold_only() {
    reachable();
    var portal = APortal.of(town, "SUBMIT");
    ends(portal, 6);
    ATown.change(
        "insert into account_end_told (tenant_id, client_id, ends_at, days, told_at) select tenant_id, id, expires_at, 30, now() from api_client where id = "
            + portal.id());
    told(1);
    assertThat(
            ATown.texts(
                "select days from account_end_told where client_id = %d order by days"
                    .formatted(portal.id())))
        .containsExactly("7", "30");
  }

  @Test
  void API4_when_nobody_can_be_told_the_night_s_ledger_says_so() {
    var portal = APortal.of(town, "SUBMIT");
    ends(portal, 3);
    told(0);
    assertThat(night.notes("reminders", "FOUND"))
        .containsExactly(portal.login().replaceAll("@.*", "") + ": account-end-untold");
    assertThat(night.rows("account_end_told", "true")).as("it stays to be told").isZero();
    reachable();
    told(1);
  }

  /** Town and administrator have an address. */
  private void reachable() {
    ATown.change(
        "update tenant set email = 'mairie@example.fr' where id = %1$d; update agent set email = 'ada@example.fr' where tenant_id = %1$d and not machine"
            .formatted(town.id()));
  }

  /** Its last day is so many days from the town's today. */
  private void ends(APortal portal, int days) {
    portal.change(
        "update api_client k set expires_at = ((cast(now() at time zone t.time_zone as date) + %d)::timestamp) at time zone t.time_zone from tenant t where t.id = k.tenant_id and k.id = (select id from me)"
            .formatted(days + 1));
  }

  /** After another night, so many mails were made in all. */
  private void told(int mails) {
    assertThat(night.run("reminders").getString("state")).isEqualTo("DONE");
    assertThat(night.rows("notification_mail", "true")).isEqualTo(mails);
  }
}
