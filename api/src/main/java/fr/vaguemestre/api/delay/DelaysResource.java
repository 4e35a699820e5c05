package fr.vaguemestre.api.delay;

import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.api.platform.Query;
import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.delay.Distance;
import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The calculator: what the law's clock says of a request described in the address. */
@RequestScoped
@OpenToMachines
@Path("/v1/delays")
@Produces(MediaType.APPLICATION_JSON)
public class DelaysResource {
  private static final Set<String> PARAMETERS =
      Set.of(
          "received",
          "receivedAt",
          "regime",
          "months",
          "days",
          "calendar",
          "goodFriday",
          "piecesAskedOn",
          "piecesDeadlineDays",
          "piecesReceivedOn",
          "transferredOn",
          "notifiedOn",
          "distance");

  @Inject Delays delays;
  @Context UriInfo address;
  @Context HttpHeaders request;

  /** A date, why it is so in the caller's language, and the articles it follows from. */
  public record Computed(LocalDate date, String explanation, String source) {}

  /** Null for a date that does not apply. */
  public record Answer(Computed aee, Computed are, Computed implicit, Computed appeal) {}

  @GET
  @Path("/compute")
  public Response compute() {
    var query = new Query(address.getQueryParameters(), PARAMETERS);
    var question = question(query);
    var clock = clock(query);
    query.check();
    question.faults().forEach(fault -> query.wrong(named(query, fault)));
    query.check();
    var locale = Problems.locale(request);
    var answer = clock.answer(question);
    return Response.ok(
            new Answer(
                said(answer.aee(), locale),
                said(answer.are(), locale),
                said(answer.implicit(), locale),
                said(answer.appeal(), locale)))
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  private DelayQuestion question(Query query) {
    var regime = query.constant("regime", List.of(Regime.SVA, Regime.SVR));
    return new DelayQuestion(
        received(query),
        regime == null ? Regime.NONE : regime,
        query.number("months"),
        query.number("days"),
        query.date("piecesAskedOn"),
        query.number("piecesDeadlineDays"),
        query.date("piecesReceivedOn"),
        query.date("transferredOn"),
        query.date("notifiedOn"),
        query.constant("distance", List.of(Distance.values())));
  }

  private LocalDate received(Query query) {
    var day = query.date("received");
    var instant = query.instant("receivedAt");
    if (query.has("received") && query.has("receivedAt")) {
      query.wrong("receivedAt", "delay.received-twice");
    }
    return instant == null ? day : delays.legalDate(instant);
  }

  /** What is wrong with the day of receipt is wrong with its instant when that was given. */
  private static Refusal named(Query query, Refusal fault) {
    boolean instant = query.has("receivedAt") && fault.field().equals(Optional.of("received"));
    return instant ? Refusal.field("receivedAt", fault.key(), fault.arguments().toArray()) : fault;
  }

  private LegalClock clock(Query query) {
    try {
      return delays.clock(
          query.constant("calendar", List.of(Territory.values())), query.flag("goodFriday"));
    } catch (Refusal refusal) {
      query.wrong(refusal);
      return null;
    }
  }

  private static Computed said(DelayDate date, Locale locale) {
    return date == null ? null : new Computed(date.date(), date.explanation(locale), date.source());
  }
}
