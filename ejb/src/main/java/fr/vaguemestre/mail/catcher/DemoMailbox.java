package fr.vaguemestre.mail.catcher;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** In the demonstration, what left by mail, to be read on a page. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoMailbox {
  @Inject Clock clock;
  private MailCatcher catcher;

  @PostConstruct
  public void start() {
    if (Setting.VAGUEMESTRE_DEMO.on() && Setting.VAGUEMESTRE_SMTP_CATCHER_PORT.number() > 0) {
      catcher =
          MailCatcher.start(
              Setting.VAGUEMESTRE_SMTP_CATCHER_PORT.number(),
              Setting.VAGUEMESTRE_DATA.path().resolve("mail-catcher"),
              clock);
    }
  }

  @PreDestroy
  public void stop() {
    if (catcher != null) {
      catcher.stop();
    }
  }

  public boolean open() {
    return catcher != null;
  }

  /** Newest first; the demonstration's mailbox is open to whoever may send. */
  public List<CaughtMail> list(Reader reader) {
    reader.need(Right.SEND);
    return catcher == null ? List.of() : catcher.list();
  }

  public Optional<CaughtMail.Content> read(Reader reader, String id) {
    reader.need(Right.SEND);
    return catcher == null ? Optional.empty() : catcher.read(id);
  }

  /** The Message-ID of every mail caught. */
  public List<String> messageIds() {
    return catcher == null ? List.of() : List.copyOf(catcher.byMessageId().keySet());
  }

  public void remove(List<String> messageIds) {
    if (catcher != null && !messageIds.isEmpty()) {
      catcher.remove(messageIds);
    }
  }
}
