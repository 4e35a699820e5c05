package fr.vaguemestre.api.qualification;

import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The document types and priorities a letter can be given. */
@RequestScoped
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class TypologyResource {
  @Inject Typology typology;

  /**
   * Delays in calendar days, or in working days when {@code processDelayWorked}; {@code legalDelay}
   * an ISO 8601 period; {@code defaultUnit} a code.
   */
  public record Type(
      String code,
      String label,
      String domain,
      String family,
      Integer processDelayDays,
      boolean processDelayWorked,
      Regime regime,
      String legalDelay,
      List<String> blockingPieces,
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
                        t.processDelayWorked(),
                        t.regime(),
                        t.legalDelay(),
                        t.blockingPieces() == null
                            ? List.of()
                            : t.blockingPieces().lines().filter(l -> !l.isBlank()).toList(),
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
