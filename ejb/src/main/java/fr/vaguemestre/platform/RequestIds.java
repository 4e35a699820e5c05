package fr.vaguemestre.platform;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/** Gives each request its word before anybody looks at it, logins included. */
public class RequestIds implements ServletRequestListener {
  @Override
  public void requestInitialized(ServletRequestEvent event) {
    if (event.getServletRequest() instanceof HttpServletRequest request) {
      RequestId.set(RequestId.of(request.getHeader(RequestId.HEADER)));
    }
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    RequestId.set(null);
  }
}
