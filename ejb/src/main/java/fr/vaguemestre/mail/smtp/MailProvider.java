package fr.vaguemestre.mail.smtp;

import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The mail server as set; in the demonstration, our own catcher. */
@ApplicationScoped
public class MailProvider {
  @Produces
  @ApplicationScoped
  public MailSender sender(Clock clock) {
    var host = Setting.VAGUEMESTRE_SMTP_HOST.value();
    if (!host.isEmpty()) {
      return new SmtpMailSender(
          SmtpSettings.relay(host, Setting.VAGUEMESTRE_SMTP_PORT.number())
              .reportingTo(Setting.VAGUEMESTRE_RETURN_ADDRESS.value()),
          clock);
    }
    if (Setting.VAGUEMESTRE_DEMO.on()) {
      return new SmtpMailSender(
          SmtpSettings.relay("127.0.0.1", Setting.VAGUEMESTRE_SMTP_CATCHER_PORT.number()), clock);
    }
    return mail -> {
      throw new MailDelayed(
          "VAGUEMESTRE_SMTP_HOST is not set", java.util.List.of(), java.util.List.of(), null);
    };
  }
}
