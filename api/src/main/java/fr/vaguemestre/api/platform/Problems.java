package fr.vaguemestre.api.platform;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Words;
import fr.vaguemestre.platform.db.DatabaseAway;
import fr.vaguemestre.platform.db.UnknownCharacter;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The one place where what went wrong becomes an answer: a problem with a stable code and words in
 * the caller's language, French unless English is asked for. What nobody foresaw says an incident
 * number and nothing else.
 */
@Provider
public class Problems implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(Problems.class.getName());
  private static final Words WORDS = new Words(Problems.class.getClassLoader());
  private static final String TYPE = "urn:vaguemestre:problem:";
  private static final List<String> MISREAD =
      List.of("RESTEASY003340", "RESTEASY007500", "RESTEASY007505", "RESTEASY007550");

  @Context HttpHeaders request;
  private Locale told;

  public Problems() {}

  Problems(HttpHeaders request) {
    this.request = request;
  }

  /** The same problem for an answer that is not REST's. */
  public static Problem of(Throwable thrown, HttpServletRequest request) {
    var problems = new Problems();
    problems.told = EarlyAnswer.locale(request);
    return (Problem) problems.toResponse(thrown).getEntity();
  }

  @Override
  public Response toResponse(Throwable thrown) {
    if (DatabaseAway.behind(thrown)) {
      return later("access.unavailable");
    }
    var causes = Stream.iterate(thrown, e -> e != null, Throwable::getCause).limit(20).toList();
    return causes.stream()
        .flatMap(e -> known(e).stream())
        .findFirst()
        .orElseGet(
            () ->
                UnknownCharacter.behind(thrown)
                    ? answer(400, "request.malformed", List.of())
                    : unforeseen(thrown));
  }

  private Optional<Response> known(Throwable e) {
    return Optional.ofNullable(
        switch (e) {
          case Refusal r -> refused(r);
          case RequestRefused r -> answer(r.status(), r.code(), List.of());
          case InvalidFields f -> answer(f.status(), "request.invalid", f.errors());
          case ConstraintViolationException c -> answer(422, "request.invalid", Violations.of(c));
          case OptimisticLockException o -> answer(412, "platform.stale", List.of());
          case WebApplicationException w -> web(w);
          default -> unread(e);
        });
  }

  private Response refused(Refusal refusal) {
    int status = status(refusal.kind());
    var field = refusal.field();
    if (field.isEmpty()) {
      return answer(status, refusal.key(), List.of(), refusal.arguments().toArray());
    }
    return answer(
        status,
        refusal.key(),
        List.of(new FieldError(field.get(), refusal.key(), refusal.arguments())),
        refusal.arguments().toArray());
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> 422;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case TOO_LARGE -> 413;
      case UNSUPPORTED_TYPE -> 415;
    };
  }

  /** What the JAX-RS runtime says by itself; a cause of ours inside it speaks first. */
  private Response web(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status < 400) {
      return e.getResponse();
    }
    if (status >= 500 || e.getCause() != null && ours(e.getCause())) {
      return null;
    }
    var code =
        switch (status) {
          case 401 -> "access.not-authenticated";
          case 403 -> "platform.forbidden";
          case 404 -> "platform.not-found";
          case 405 -> "request.method-not-allowed";
          case 406 -> "request.not-acceptable";
          case 413 -> "request.too-large";
          case 415 -> "request.unsupported-media-type";
          default -> "request.malformed";
        };
    var answer = answer(status, code, List.of());
    var allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
  }

  /** The server's own words on a body it could not read, told by name: its classes are its own. */
  private Response unread(Throwable e) {
    if (e.getCause() != null && ours(e.getCause())) {
      return null;
    }
    return switch (e.getClass().getSimpleName()) {
      case "RequestTooBigException" -> answer(413, "request.too-large", List.of());
      case "MimeException", "ReaderException" -> answer(400, "request.malformed", List.of());
      case "ReadTimeoutException" -> answer(408, "request.too-slow", List.of());
      // Every connection to the database is taken.
      case "ResourceException" -> later("request.busy");
      default -> misread(e) ? answer(400, "request.malformed", List.of()) : null;
    };
  }

  /** A multipart without boundary, a part that has no name, a kind of content that is none. */
  private static boolean misread(Throwable e) {
    var said = String.valueOf(e.getMessage());
    return MISREAD.stream().anyMatch(said::startsWith);
  }

  /** To be repeated in a while. */
  private Response later(String code) {
    return Response.fromResponse(answer(503, code, List.of()))
        .header(HttpHeaders.RETRY_AFTER, EarlyAnswer.RETRY_AFTER)
        .build();
  }

  private static boolean ours(Throwable cause) {
    return Stream.iterate(cause, e -> e != null, Throwable::getCause)
        .limit(20)
        .anyMatch(
            e ->
                e instanceof Refusal
                    || e instanceof RequestRefused
                    || e instanceof InvalidFields
                    || e.getClass().getSimpleName().equals("RequestTooBigException"));
  }

  private Response unforeseen(Throwable thrown) {
    var incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    LOG.log(Level.SEVERE, thrown, () -> "Incident " + incident + " in the API");
    return send(500, "request.incident", List.of(), incident, incident);
  }

  private Response answer(int status, String code, List<FieldError> errors, Object... arguments) {
    return send(status, code, errors, null, arguments);
  }

  private Response send(
      int status, String code, List<FieldError> errors, String incident, Object... arguments) {
    var locale = told == null ? locale(request.getAcceptableLanguages()) : told;
    return Response.status(status)
        .type(Problem.JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .entity(problem(locale, status, code, errors, incident, arguments))
        .build();
  }

  static Problem problem(
      Locale locale,
      int status,
      String code,
      List<FieldError> errors,
      String incident,
      Object... arguments) {
    return new Problem(
        TYPE + code,
        say(locale, "request.title." + status),
        status,
        say(locale, code, arguments),
        code,
        errors.stream()
            .map(
                e ->
                    new Problem.Item(
                        e.field(), e.code(), say(locale, e.code(), e.arguments().toArray())))
            .toList(),
        incident);
  }

  /** The language of the answers to this request. */
  public static Locale locale(HttpHeaders request) {
    return locale(request.getAcceptableLanguages());
  }

  /** The words of a refusal in the language of the request. */
  public static String words(HttpHeaders request, Refusal refusal) {
    return say(
        locale(request.getAcceptableLanguages()), refusal.key(), refusal.arguments().toArray());
  }

  private static String say(Locale locale, String key, Object... arguments) {
    return WORDS
        .find(locale, key, arguments)
        .orElseGet(() -> WORDS.find(locale, "request.title.400").orElse(key));
  }

  /** English when it is asked for before French and before anything goes. */
  static Locale locale(List<Locale> wished) {
    return wished.stream()
        .map(Locale::getLanguage)
        .filter(l -> l.equals("fr") || l.equals("en") || l.equals("*"))
        .findFirst()
        .filter("en"::equals)
        .map(l -> Locale.ENGLISH)
        .orElse(Locale.FRENCH);
  }
}
