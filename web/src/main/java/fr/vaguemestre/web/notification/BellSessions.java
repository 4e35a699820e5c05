package fr.vaguemestre.web.notification;

import fr.vaguemestre.notification.Bells;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** A login that ends takes its bells with it. */
@WebListener
public class BellSessions implements HttpSessionListener {
  @Inject Bells bells;

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    bells.sessionEnded(event.getSession().getId());
  }
}
