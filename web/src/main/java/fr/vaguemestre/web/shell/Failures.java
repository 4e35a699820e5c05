package fr.vaguemestre.web.shell;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.RequestId;
import fr.vaguemestre.platform.db.UnknownCharacter;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.csp.CspException;

/**
 * The one place where what went wrong becomes something a person can read. A form that was refused
 * keeps what was typed and says why; a page that cannot be shown says 403 or 404; anything
 * unforeseen gets an incident number, found again in the log, and never a stack trace.
 */
public class Failures extends ExceptionHandlerWrapper {
  /** What the error page shows: request attributes. */
  static final String STATUS = "failure.status";

  static final String INCIDENT = "failure.incident";
  static final String REASON = "failure.reason";
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());

  private static final String PAGE = "/WEB-INF/screens/failure.xhtml";

  Failures(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    var faces = FacesContext.getCurrentInstance();
    for (var events = getUnhandledExceptionQueuedEvents().iterator(); events.hasNext(); ) {
      var thrown = events.next().getContext().getException();
      events.remove();
      try {
        answer(faces, thrown);
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext faces, Throwable thrown) throws IOException {
    if (isExpired(faces, thrown)) {
      faces.getExternalContext().redirect(expired(faces));
      faces.responseComplete();
      return;
    }
    var violated = cause(thrown, ConstraintViolationException.class);
    if (violated.isPresent()
        && faces.isPostback()
        && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      Violations.of(violated.get()).forEach(refusal -> Refusals.show(faces, refusal));
      faces.validationFailed();
      faces.renderResponse();
      return;
    }
    var refusal = refusal(thrown);
    if (refusal.isEmpty()) {
      unforeseen(faces, thrown);
    } else if (faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      Refusals.show(faces, refusal.get());
      faces.validationFailed();
      faces.renderResponse();
    } else {
      var reason =
          Refusals.text(
              faces.getViewRoot() == null ? Locale.FRENCH : faces.getViewRoot().getLocale(),
              refusal.get());
      show(faces, status(refusal.get().kind()), reason, null);
    }
  }

  private static void unforeseen(FacesContext faces, Throwable thrown) throws IOException {
    var incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident + " on " + where(faces));
    if (faces.getPartialViewContext().isAjaxRequest()) {
      faces
          .getExternalContext()
          .redirect(
              "/failure.xhtml?incident="
                  + incident
                  + RequestId.current().map(id -> "&request=" + id).orElse(""));
      faces.responseComplete();
    } else {
      show(faces, 500, null, incident);
    }
  }

  private static void show(FacesContext faces, int status, String reason, String incident)
      throws IOException {
    var outside = faces.getExternalContext();
    if (outside.isResponseCommitted()) {
      faces.responseComplete();
      return;
    }
    if (faces.getPartialViewContext().isAjaxRequest()) {
      outside.redirect("/failure.xhtml?status=" + status);
      faces.responseComplete();
      return;
    }
    var attributes = outside.getRequestMap();
    attributes.put(STATUS, status);
    attributes.put(REASON, reason);
    attributes.put(INCIDENT, incident);
    outside.setResponseStatus(status);
    var views = faces.getApplication().getViewHandler();
    var view = views.createView(faces, PAGE);
    faces.setViewRoot(view);
    if (faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
      faces.renderResponse();
      return;
    }
    ((HttpServletResponse) outside.getResponse()).resetBuffer();
    views.getViewDeclarationLanguage(faces, PAGE).buildView(faces, view);
    views.renderView(faces, view);
    faces.responseComplete();
  }

  private static String expired(FacesContext faces) {
    var request = (HttpServletRequest) faces.getExternalContext().getRequest();
    var page = request.getServletPath();
    var query = request.getQueryString();
    var back = query == null ? page : page + "?" + query;
    return request.getUserPrincipal() == null
        ? "/login.xhtml?expired=1&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)
        : back;
  }

  /**
   * The form comes from a session that is no more, or from a forger: its state or its nonce is
   * unknown, or no state at all.
   */
  private static boolean isExpired(FacesContext faces, Throwable thrown) {
    return cause(thrown, ViewExpiredException.class).isPresent()
        || cause(thrown, CspException.class).isPresent()
        || faces.getCurrentPhaseId() == PhaseId.RESTORE_VIEW && isPost(faces);
  }

  private static boolean isPost(FacesContext faces) {
    return faces.getExternalContext().getRequest() instanceof HttpServletRequest request
        && "POST".equals(request.getMethod());
  }

  private static Optional<Refusal> refusal(Throwable thrown) {
    var refused = cause(thrown, Refusal.class);
    return refused
        .or(() -> cause(thrown, OptimisticLockException.class).map(e -> Refusal.stale()))
        .or(
            () ->
                UnknownCharacter.behind(thrown)
                    ? Optional.of(new Refusal("platform.no-such-character"))
                    : Optional.empty());
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    for (var e = thrown; e != null; e = e.getCause()) {
      if (type.isInstance(e)) {
        return Optional.of(type.cast(e));
      }
    }
    return Optional.empty();
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT, STALE -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_TYPE -> 415;
      case INVALID -> 400;
    };
  }

  private static String where(FacesContext faces) {
    return faces.getViewRoot() == null ? "no view" : faces.getViewRoot().getViewId();
  }

  /** Registered in faces-config.xml. */
  public static class Factory extends ExceptionHandlerFactory {
    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new Failures(getWrapped().getExceptionHandler());
    }
  }
}
