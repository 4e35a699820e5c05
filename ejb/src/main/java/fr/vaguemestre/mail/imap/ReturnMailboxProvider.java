package fr.vaguemestre.mail.imap;

import fr.vaguemestre.mail.ReturnMailbox;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The mailbox of returns as set; without one, nothing is ever read. */
@ApplicationScoped
public class ReturnMailboxProvider {
  @Produces
  @ApplicationScoped
  public ReturnMailbox mailbox() {
    var host = Setting.VAGUEMESTRE_RETURN_IMAP_HOST.value();
    if (host.isEmpty()) {
      return known -> {};
    }
    return new ImapReturnMailbox(
        new ImapSettings(
            host,
            Setting.VAGUEMESTRE_RETURN_IMAP_PORT.number(),
            Setting.VAGUEMESTRE_RETURN_IMAP_USER.value(),
            Setting.VAGUEMESTRE_RETURN_IMAP_PASSWORD.value(),
            Setting.VAGUEMESTRE_RETURN_IMAP_TLS.on()));
  }
}
