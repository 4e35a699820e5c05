package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** MAIL (RFC 3834): no acknowledgement to automatic mail. */
class AutomaticMailTest {
  @Test
  void MAIL_what_a_program_sent_is_told_by_its_headers() {
    assertThat(AutomaticMail.is(Map.of("auto-submitted", "auto-replied"))).isTrue();
    assertThat(AutomaticMail.is(Map.of("auto-submitted", "Auto-Generated; x=y"))).isTrue();
    assertThat(AutomaticMail.is(Map.of("return-path", "<>"))).isTrue();
    assertThat(AutomaticMail.is(Map.of("return-path", ""))).isTrue();
    assertThat(AutomaticMail.is(Map.of("precedence", "Bulk"))).isTrue();
    assertThat(AutomaticMail.is(Map.of("precedence", "list"))).isTrue();
    assertThat(AutomaticMail.is(Map.of("precedence", "junk"))).isTrue();
    assertThat(AutomaticMail.is(Map.of("list-id", "<x.example.org>"))).isTrue();
  }

  @Test
  void MAIL_what_a_person_sent_is_acknowledged() {
    assertThat(AutomaticMail.is(Map.of())).isFalse();
    assertThat(AutomaticMail.is(Map.of("auto-submitted", "no"))).isFalse();
    assertThat(AutomaticMail.is(Map.of("auto-submitted", "No (by hand)"))).isFalse();
    assertThat(
            AutomaticMail.is(
                Map.of("return-path", "<lou@example.fr>", "precedence", "first-class")))
        .isFalse();
  }

  @Test
  void MAIL_addresses_nobody_reads() {
    assertThat(AutomaticMail.unread("noreply@example.fr")).isTrue();
    assertThat(AutomaticMail.unread("No-Reply@example.fr")).isTrue();
    assertThat(AutomaticMail.unread("ne-pas-repondre@example.fr")).isTrue();
    assertThat(AutomaticMail.unread("MAILER-DAEMON@example.fr")).isTrue();
    assertThat(AutomaticMail.unread("bounces+42@example.fr")).isTrue();
    assertThat(AutomaticMail.unread("noreplyanna@example.fr")).isFalse();
    assertThat(AutomaticMail.unread("lou.martin@example.fr")).isFalse();
  }
}
