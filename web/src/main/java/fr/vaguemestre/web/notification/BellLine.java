package fr.vaguemestre.web.notification;

import fr.vaguemestre.notification.Bell;
import fr.vaguemestre.notification.Bells;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code /notification/bell?pass=}: a line on which the server says the number of the bell when it
 * changes, and a dot to show that it lives. It listens to nothing, holds no thread and touches no
 * session.
 */
@ServerEndpoint("/notification/bell")
public class BellLine {
  private static final Logger LOG = Logger.getLogger(BellLine.class.getName());
  private static final long SEND_MILLIS = 10_000;

  @Inject Bells bells;
  private Bell bell;

  @OnOpen
  public void open(Session session) {
    session.getAsyncRemote().setSendTimeout(SEND_MILLIS);
    bell = new OnLine(session);
    var pass = session.getRequestParameterMap().getOrDefault("pass", List.of());
    if (pass.size() == 1 && bells.hang(pass.getFirst(), bell)) {
      bell.still();
    } else {
      end(session, CloseReason.CloseCodes.TRY_AGAIN_LATER);
    }
  }

  /** Nothing is to be said on it. */
  @OnMessage(maxMessageSize = 16)
  public void said(Session session, String text) {
    end(session, CloseReason.CloseCodes.VIOLATED_POLICY);
  }

  @OnClose
  public void close() {
    bells.takeDown(bell);
  }

  /** A line that broke: its page asks for another. */
  @OnError
  public void broke(Throwable how) {
    LOG.log(Level.FINE, "a bell's line broke", how);
  }

  private static void end(Session session, CloseReason.CloseCode code) {
    try {
      session.close(new CloseReason(code, ""));
    } catch (IOException e) {
      LOG.log(Level.FINE, "a bell's line was gone already", e);
    }
  }

  private record OnLine(Session session) implements Bell {
    @Override
    public void ring(long unread) {
      say(NotificationScreen.shown(unread));
    }

    @Override
    public void still() {
      say(".");
    }

    @Override
    public void fall() {
      end(session, CloseReason.CloseCodes.VIOLATED_POLICY);
    }

    private void say(String text) {
      if (session.isOpen()) {
        session.getAsyncRemote().sendText(text, sent -> {});
      }
    }
  }
}
