package fr.vaguemestre.api.call;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.platform.EarlyAnswer;
import fr.vaguemestre.call.Call;
import fr.vaguemestre.call.CallBook;
import fr.vaguemestre.call.CallGate;
import fr.vaguemestre.platform.db.DatabaseAway;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Stands before REST and SOAP alike: a machine account that calls from elsewhere or too often is
 * refused before its request is read, and each of its calls is noted (API4). Behind the town's
 * filter.
 */
public class CallFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Attribute of the request: the address that was asked, without the values of its parameters. */
  public static final String ROUTE = "vaguemestre.route";

  /** Attribute of the request: the status of the problem, where HTTP says another. */
  public static final String STATUS = EarlyAnswer.STATUS;

  /** Attribute of the request: the code of the problem it was answered. */
  public static final String CODE = EarlyAnswer.CODE;

  private static final String UNKNOWN = "?";
  private static final int LONGEST = 120;

  @Inject transient CallGate gate;
  @Inject transient CallBook book;
  @Inject transient EarlyAnswer early;
  @Inject transient Clock clock;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request.getAttribute(Reader.class.getName()) instanceof Reader caller)
        || !caller.machine()) {
      chain.doFilter(request, response);
      return;
    }
    long start = System.nanoTime();
    try {
      if (admitted(caller, request, response)) {
        chain.doFilter(request, response);
      }
      note(caller, request, response.getStatus(), start);
    } catch (IOException | ServletException | RuntimeException e) {
      note(caller, request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, start);
      throw e;
    }
  }

  private boolean admitted(Reader caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var finding = look(caller, request.getRemoteAddr());
    if (finding.isEmpty()) {
      early.give(
          request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "access.unavailable");
      return false;
    }
    switch (finding.get().verdict()) {
      case ADMITTED -> {
        return true;
      }
      case ELSEWHERE ->
          early.give(
              request, response, HttpServletResponse.SC_FORBIDDEN, "access.address-not-allowed");
      case TOO_MANY -> {
        response.setHeader("Retry-After", Integer.toString(finding.get().retryAfter()));
        early.give(request, response, Call.TOO_MANY, "access.too-many-calls");
      }
    }
    return false;
  }

  /** None when the database, which knows the account's rule, is away. */
  private Optional<CallGate.Finding> look(Reader caller, String address) {
    try {
      return Optional.of(gate.look(caller, address));
    } catch (RuntimeException e) {
      if (DatabaseAway.outOfReach(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void note(Reader caller, HttpServletRequest request, int status, long start) {
    var route = Objects.toString(request.getAttribute(ROUTE), UNKNOWN);
    book.note(
        new Call(
            caller.tenant(),
            caller.agent(),
            clock.instant(),
            method(request),
            route.substring(0, Math.min(LONGEST, route.length())),
            request.getAttribute(STATUS) instanceof Integer told ? told : status,
            (String) request.getAttribute(CODE),
            (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
            request.getRemoteAddr()));
  }

  /** One of those there are: what a caller makes up is not kept. */
  private static String method(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH" -> request.getMethod();
      default -> UNKNOWN;
    };
  }
}
