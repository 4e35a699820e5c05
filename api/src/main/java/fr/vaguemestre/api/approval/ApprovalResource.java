package fr.vaguemestre.api.approval;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.approval.StepLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** The steps of the validation of a reply, every round, the oldest first. */
@RequestScoped
@Path("/v1/correspondence/{id}/approval")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {
  @Inject CurrentReader reader;
  @Inject Approvals approvals;

  /**
   * A step; {@code status}: WAITING, CURRENT, DONE, REFUSED or DROPPED; {@code replacedBy}: who did
   * it in the agent's absence.
   */
  public record Step(
      int round,
      int position,
      StepKind kind,
      String agent,
      String name,
      String jobTitle,
      String status,
      Instant beganAt,
      Instant endedAt,
      String comment,
      String replacedBy) {
    public static Step of(StepLine s) {
      return new Step(
          s.round(),
          s.position(),
          s.kind(),
          s.login(),
          s.agent(),
          s.jobTitle(),
          s.status().name(),
          s.beganAt(),
          s.endedAt(),
          s.comment(),
          s.replacedBy());
    }
  }

  @GET
  public Page<Step> steps(@PathParam("id") String id) {
    return Page.whole(approvals.of(reader.get(), Ids.of(id)).stream().map(Step::of).toList());
  }
}
