package fr.vaguemestre.api.acknowledgement;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.Acknowledgement;
import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.acknowledgement.Delivery;
import fr.vaguemestre.acknowledgement.LegalRequests;
import fr.vaguemestre.acknowledgement.LegalSituation;
import fr.vaguemestre.acknowledgement.Quarantine;
import fr.vaguemestre.acknowledgement.RegimeReason;
import fr.vaguemestre.acknowledgement.Way;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.delay.Regime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Where a request stands before the law (DEL2): a sentence, a timeline, what was acknowledged. */
@RequestScoped
@Path("/v1/correspondence/{id}/legal")
@Produces(MediaType.APPLICATION_JSON)
public class LegalResource {
  @Inject CurrentReader reader;
  @Inject LegalRequests requests;
  @Context HttpHeaders request;

  /** {@code pieces} are those asked for; the sentence is in the caller's language. */
  public record LegalStanding(
      String sentence,
      Regime regime,
      RegimeReason reason,
      List<String> pieces,
      List<LegalStep> timeline,
      List<LegalAcknowledgement> acknowledgements,
      LegalQuarantine quarantine) {}

  /** {@code held} apart; else only suggested. Null of a letter that nobody suspects. */
  public record LegalQuarantine(boolean held, String reason, Instant since) {}

  /** {@code explanation} and {@code source} are null for what happened. */
  public record LegalStep(
      LocalDate date, LegalSituation.Kind kind, boolean past, String explanation, String source) {}

  /** An acknowledgement as it was given; {@code reason} says why it FAILED, else null. */
  public record LegalAcknowledgement(
      AcknowledgementKind kind,
      String number,
      Instant madeAt,
      String text,
      Way means,
      Delivery delivery,
      String reason) {}

  @GET
  public LegalStanding standing(@PathParam("id") String id) {
    var panel = requests.panel(reader.get(), Ids.of(id));
    var locale = Problems.locale(request);
    return new LegalStanding(
        panel.situation().sentence().in(locale),
        panel.facts().regime(),
        panel.facts().reason(),
        panel.facts().pieces().list(),
        panel.situation().timeline().stream().map(step -> step(step, locale)).toList(),
        panel.acknowledgements().stream().map(LegalResource::given).toList(),
        panel.quarantine() == null ? null : apart(panel.quarantine()));
  }

  private static LegalStep step(LegalSituation.Step step, Locale locale) {
    var computed = step.computed();
    return new LegalStep(
        step.on(),
        step.kind(),
        step.past(),
        computed == null ? null : computed.explanation(locale),
        computed == null ? null : computed.source());
  }

  private static LegalQuarantine apart(Quarantine.Standing standing) {
    return new LegalQuarantine(standing.held(), standing.reason(), standing.since());
  }

  private static LegalAcknowledgement given(Acknowledgement a) {
    return new LegalAcknowledgement(
        a.kind(), a.number(), a.madeAt(), a.text(), a.way(), a.delivery(), a.reason());
  }
}
