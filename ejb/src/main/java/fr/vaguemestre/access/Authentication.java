package fr.vaguemestre.access;

import fr.vaguemestre.platform.Words;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
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
 * Basic or a bearer token, no session.
 */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {
  /** Every logged-in caller has it; finer rights are {@link Right}s. */
  public static final String ROLE = "agent";

  private static final String SESSION = Authentication.class.getName();
  private static final String NOT_AUTHENTICATED = "access.not-authenticated";
  private static final Words WORDS = new Words(Authentication.class.getClassLoader());

  @Inject Logins logins;
  @Inject BasicLogins basic;
  @Inject Clock clock;

  /** What the session remembers. */
  private record Opened(AgentPrincipal principal, Instant at) implements Serializable {}

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var header = request.getHeader("Authorization");
    if (header != null) {
      return byHeader(header, request, response, context);
    }
    if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential typed) {
      return byForm(typed, request, context);
    }
    return bySession(request, response, context);
  }

  private AuthenticationStatus byHeader(
      String header,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context) {
    var caller = caller(header, request);
    if (caller.isPresent()) {
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

  private Optional<Caller> caller(String header, HttpServletRequest request) {
    if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      var attempt = logins.byToken(header.substring(7).strip());
      request.setAttribute(Credentials.Verdict.class.getName(), attempt.verdict());
      return attempt
          .principal()
          .flatMap(p -> logins.reader(p).map(reader -> new Caller(p, reader)));
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

  private AuthenticationStatus byForm(
      UsernamePasswordCredential typed, HttpServletRequest request, HttpMessageContext context) {
    var attempt =
        logins.attempt(
            typed.getCaller(),
            typed.getPassword().getValue(),
            request.getServerName(),
            request.getRemoteAddr());
    request.setAttribute(Credentials.Verdict.class.getName(), attempt.verdict());
    if (attempt.principal().isEmpty()) {
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
    return "/api".equals(request.getContextPath())
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

  /** 401 with a problem (RFC 9457), in French unless the caller asks for English first. */
  private static AuthenticationStatus challenge(
      HttpServletRequest request, HttpServletResponse response, String code) {
    boolean english =
        Objects.toString(request.getHeader("Accept-Language"), "").strip().startsWith("en");
    var locale = english ? Locale.ENGLISH : Locale.FRENCH;
    var problem =
        Json.createObjectBuilder()
            .add("type", "urn:vaguemestre:problem:" + code)
            .add("title", english ? "Authentication required" : "Identification requise")
            .add("status", HttpServletResponse.SC_UNAUTHORIZED)
            .add("detail", WORDS.find(locale, code).orElse(""))
            .add("code", code)
            .add("errors", JsonValue.EMPTY_JSON_ARRAY)
            .addNull("incident")
            .build();
    response.setHeader("WWW-Authenticate", "Basic realm=\"Vaguemestre\", charset=\"UTF-8\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setContentType("application/problem+json");
    try {
      response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
      response.flushBuffer(); // sent now, or the container puts its own page in its place
    } catch (IOException e) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED); // the caller left; nothing to tell
    }
    return AuthenticationStatus.SEND_FAILURE;
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
