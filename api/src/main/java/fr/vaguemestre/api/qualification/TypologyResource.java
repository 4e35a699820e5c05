package fr.vaguemestre.api.qualification;

import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Regime;
import fr.vaguemestre.qualification.Typology;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The document types and priorities a letter can be given. */
@RequestScoped
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class TypologyResource {
  @Inject Typology typology;

  /** Delays in calendar days; {@code legalDelay} an ISO 8601 period; {@code defaultUnit} a code. */
  public record Type(
      String code,
      String label,
      String domain,
      String family,
      Integer processDelayDays,
      Regime regime,
      String legalDelay,
      String defaultUnit) {}

  /** Calendar days from arrival to answer. */
  public record PriorityItem(String code, String label, int days) {}

  @GET
  @Path("/types")
  public Page<Type> types() {
    return Page.whole(
        typology.types().stream()
            .filter(DocumentTypeLine::active)
            .map(
                t ->
                    new Type(
                        t.code(),
                        t.label(),
                        t.domain(),
                        t.family(),
                        t.processDelayDays(),
                        t.regime(),
                        t.legalDelay(),
                        t.defaultUnit()))
            .toList());
  }

  /** The first one is what a letter gets when nobody chose. */
  @GET
  @Path("/priorities")
  public Page<PriorityItem> priorities() {
    return Page.whole(
        typology.priorities().stream()
            .map(p -> new PriorityItem(p.code(), p.label(), p.days()))
            .toList());
  }
}
