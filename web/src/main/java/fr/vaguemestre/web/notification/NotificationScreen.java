package fr.vaguemestre.web.notification;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.notification.NotificationLine;
import fr.vaguemestre.notification.Notifications;
import fr.vaguemestre.web.correspondence.LetterScreen;
import fr.vaguemestre.web.shell.Told;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** notification/list.xhtml, and the bell of every screen. */
@Named
@RequestScoped
public class NotificationScreen {
  @Inject Notifications notifications;
  @Inject CurrentReader reader;
  @Inject LetterScreen letter;
  @Inject Told told;
  private Long unread;
  private List<NotificationLine> lines;

  /** As people read it: 12, 99+ where counting stops. */
  public String getCount() {
    if (unread == null) {
      unread = reader.find().map(notifications::unread).orElse(0L);
    }
    return shown(unread);
  }

  static String shown(long unread) {
    return unread < Notifications.MOST ? Long.toString(unread) : Notifications.MOST - 1 + "+";
  }

  public List<NotificationLine> getLines() {
    if (lines == null) {
      lines = notifications.of(reader.get());
    }
    return lines;
  }

  /** The letter's page is shown: what was told of it is read. */
  public void opened() {
    notifications.read(reader.get(), letter.getId());
  }

  public String readAll() {
    notifications.readAll(reader.get());
    told.done("notification.all-read");
    return "/notification/list.xhtml?faces-redirect=true";
  }
}
