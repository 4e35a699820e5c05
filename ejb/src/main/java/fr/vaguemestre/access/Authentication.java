package fr.vaguemestre.access;

import fr.vaguemestre.platform.RequestId;
import fr.vaguemestre.platform.Words;
import fr.vaguemestre.platform.db.DatabaseAway;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The one way in for screens and API. Screens: a session opened by the login page, whose id changes
 * at login, which ends when idle or old, and whose rights are read again at each request. API: HTTP
 * Basic or a bearer token, no session. Word processors at a draft: HTTP Basic or the token in the
 * address ({@link LetterTokens}), no session. Partners may say in the address who they are ({@link
 * PartnerDoor}), no session either.
 */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {
  /** Every logged-in caller has it; finer rights are {@link Right}s. */
  public static final String ROLE = "agent";

  private static final String API = "/api";

  /** Its token is its own, and no account's. */
  private static final String METRICS = "/metrics";

  private static final String TYPE = "urn:vaguemestre:problem:";
  private static final String SESSION = Authentication.class.getName();
  private static final String NOT_AUTHENTICATED = "access.not-authenticated";
  private static final Words WORDS = new Words(Authentication.class.getClassLoader());

  @Inject Logins logins;
  @Inject BasicLogins basic;
  @Inject LetterTokens letters;
  @Inject @Any Instance<PartnerDoor> doors;
  @Inject Clock clock;

  /** What the session remembers. */
  private record Opened(AgentPrincipal principal, Instant at) implements Serializable {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    RequestId.current().ifPresent(id -> response.setHeader(RequestId.HEADER, id));
    if (METRICS.equals(request.getServletPath()) && !context.isProtected()) {
      return context.doNothing();
    }
    try {
      return told(request, response, context);
    } catch (RuntimeException e) {
      if (isProbe(request) && DatabaseAway.outOfReach(e)) {
        return context.doNothing();
      }
      if (API.equals(request.getContextPath()) && DatabaseAway.outOfReach(e)) {
        return unavailable(request, response);
      }
      throw e;
    }
  }

  /** It says that the database is away, whoever asks. */
  private static boolean isProbe(HttpServletRequest request) {
    return request.getServletPath().startsWith("/health/");
  }

  private AuthenticationStatus told(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var header = request.getHeader("Authorization");
    if (header != null) {
      return by(caller(header, request), request, response, context);
    }
    if (LetterTokens.PLACE.equals(request.getServletPath())) {
      var caller = caller(letters.find(request.getPathInfo()), request);
      return by(caller, request, response, context);
    }
    var signed = door(request).flatMap(door -> door.byAddress(request));
    if (signed.isPresent()) {
      return by(caller(signed.get(), request), request, response, context);
    }
    if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential typed) {
      return byForm(typed, request, context);
    }
    return bySession(request, response, context);
  }

  private AuthenticationStatus by(
      Optional<Caller> caller,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context) {
    if (caller.filter(c -> mayEnter(c, request)).isPresent()) {
      return accept(context, caller.get());
    }
    var code =
        switch (request.getAttribute(Credentials.Verdict.class.getName())) {
          case Credentials.Verdict.SUSPENDED -> "access.town-suspended";
          case Credentials.Verdict.WHICH_TOWN -> "access.which-town";
          case null, default -> NOT_AUTHENTICATED;
        };
    return challenge(request, response, code);
  }

  private Optional<PartnerDoor> door(HttpServletRequest request) {
    return API.equals(request.getContextPath())
        ? doors.stream()
            .filter(door -> request.getRequestURI().startsWith(API + door.place()))
            .findFirst()
        : Optional.empty();
  }

  /** Machine accounts call the API and open nothing else. */
  private static boolean mayEnter(Caller caller, HttpServletRequest request) {
    return API.equals(request.getContextPath()) || !caller.reader().machine();
  }

  private Optional<Caller> caller(String header, HttpServletRequest request) {
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return caller(logins.byToken(header.substring(7).strip()), request);
    }
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Optional.empty();
    }
    var pair = decoded(header.substring(6).strip());
    int colon = pair.indexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    var answer =
        basic.answer(
            pair.substring(0, colon),
            pair.substring(colon + 1),
            request.getServerName(),
            request.getRemoteAddr());
    request.setAttribute(Credentials.Verdict.class.getName(), answer.verdict());
    return answer.caller();
  }

  private Optional<Caller> caller(Credentials.Attempt attempt, HttpServletRequest request) {
    request.setAttribute(Credentials.Verdict.class.getName(), attempt.verdict());
    return attempt.principal().flatMap(p -> logins.reader(p).map(reader -> new Caller(p, reader)));
  }

  private AuthenticationStatus byForm(
      UsernamePasswordCredential typed, HttpServletRequest request, HttpMessageContext context) {
    var attempt =
        logins.attempt(
            typed.getCaller(),
            typed.getPassword().getValue(),
            request.getServerName(),
            request.getRemoteAddr());
    boolean program =
        attempt.principal().flatMap(logins::reader).filter(Reader::machine).isPresent();
    request.setAttribute(
        Credentials.Verdict.class.getName(),
        program ? Credentials.Verdict.REFUSED : attempt.verdict());
    if (program || attempt.principal().isEmpty()) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    open(request, attempt.principal().get());
    return accept(context, attempt.principal().get());
  }

  /** Opens a session under a new id, in the place of the one the request came with, if any. */
  public void open(HttpServletRequest request, AgentPrincipal principal) {
    var session = request.getSession();
    request.changeSessionId();
    session.setMaxInactiveInterval(Setting.VAGUEMESTRE_SESSION_IDLE_MINUTES.number() * 60);
    session.setAttribute(SESSION, new Opened(principal, clock.instant()));
  }

  private AuthenticationStatus bySession(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var session = request.getSession(false);
    if (session != null && session.getAttribute(SESSION) instanceof Opened opened) {
      boolean young =
          opened
              .at()
              .plus(Duration.ofHours(Setting.VAGUEMESTRE_SESSION_HOURS.number()))
              .isAfter(clock.instant());
      var reader = young ? logins.reader(opened.principal()) : Optional.<Reader>empty();
      if (reader.isPresent()) {
        return accept(context, new Caller(opened.principal(), reader.get()));
      }
      session.invalidate();
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    return API.equals(request.getContextPath())
        ? challenge(request, response, NOT_AUTHENTICATED)
        : toLogin(request, response, context);
  }

  private static AuthenticationStatus accept(HttpMessageContext context, Caller caller) {
    context.getRequest().setAttribute(Reader.class.getName(), caller.reader());
    return accept(context, caller.principal());
  }

  private static AuthenticationStatus accept(HttpMessageContext context, AgentPrincipal principal) {
    context.getRequest().setAttribute(AgentPrincipal.class.getName(), principal);
    return context.notifyContainerAboutLogin(principal, Set.of(ROLE));
  }

  private AuthenticationStatus challenge(
      HttpServletRequest request, HttpServletResponse response, String code) {
    int status =
        door(request).map(d -> d.status(request)).orElse(HttpServletResponse.SC_UNAUTHORIZED);
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Vaguemestre\", charset=\"UTF-8\"");
    }
    return refuse(request, response, status, code);
  }

  /** The database is away: nobody knows who calls; the caller is to repeat it. */
  private AuthenticationStatus unavailable(
      HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Retry-After", "5");
    return refuse(
        request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "access.unavailable");
  }

  /** A problem (RFC 9457) or what a partner knows, in French unless English is asked for first. */
  private AuthenticationStatus refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String code) {
    boolean english =
        Objects.toString(request.getHeader("Accept-Language"), "").strip().startsWith("en");
    var locale = english ? Locale.ENGLISH : Locale.FRENCH;
    var words = WORDS.find(locale, code).orElse("");
    var door = door(request);
    var body =
        door.map(d -> d.refusal(status, words))
            .orElseGet(() -> problem(english, status, code, words));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setStatus(status);
    response.setContentType(door.isPresent() ? "application/json" : "application/problem+json");
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    if (API.equals(request.getContextPath()) && SoapRefusal.covers(request)) {
      var fault = new SoapRefusal(TYPE + code, title(english, status), status, words, code);
      response.setStatus(fault.http());
      response.setContentType(SoapRefusal.XML);
      bytes = fault.bytes();
    }
    try {
      response.setContentLength(bytes.length);
      try (var out = response.getOutputStream()) { // closed, or the container puts its own page
        out.write(bytes);
      }
    } catch (IOException e) {
      response.setStatus(response.getStatus()); // the caller left; nothing to tell
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static String title(boolean english, int status) {
    return status == HttpServletResponse.SC_UNAUTHORIZED
        ? english ? "Authentication required" : "Identification requise"
        : english ? "Temporarily unavailable" : "Momentanément indisponible";
  }

  private static JsonObject problem(boolean english, int status, String code, String words) {
    return Json.createObjectBuilder()
        .add("type", TYPE + code)
        .add("title", title(english, status))
        .add("status", status)
        .add("detail", words)
        .add("code", code)
        .add("errors", JsonValue.EMPTY_JSON_ARRAY)
        .addNull("incident")
        .build();
  }

  private static AuthenticationStatus toLogin(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return AuthenticationStatus.SEND_FAILURE;
    }
    var wanted =
        "GET".equals(request.getMethod())
            ? "?back="
                + java.net.URLEncoder.encode(
                    request.getRequestURI()
                        + (request.getQueryString() == null ? "" : "?" + request.getQueryString()),
                    StandardCharsets.UTF_8)
            : "";
    return context.redirect(request.getContextPath() + "/login.xhtml" + wanted);
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
