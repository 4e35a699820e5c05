package fr.vaguemestre.api.dispatch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.dispatch.Dispatches;
import fr.vaguemestre.dispatch.Means;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** The departures of a letter's reply and what became of them, the oldest first. */
@RequestScoped
@Path("/v1/correspondence/{id}/sendings")
@Produces(MediaType.APPLICATION_JSON)
public class SendingsResource {
  @Inject CurrentReader reader;
  @Inject Dispatches dispatches;

  /** A departure; {@code status}: QUEUED, LEAVING, SENT, FAILED, DOUBT or BOUNCED. */
  public record SendingItem(
      long id,
      Means means,
      String recipient,
      String subject,
      String status,
      String reason,
      String registeredNumber,
      String askedBy,
      Instant askedAt,
      Instant doneAt,
      String inPlaceOf) {}

  @GET
  public Page<SendingItem> sendings(@PathParam("id") String id) {
    return Page.whole(
        dispatches.of(reader.get(), Ids.of(id)).stream()
            .map(
                s ->
                    new SendingItem(
                        s.id(),
                        s.means(),
                        s.recipient(),
                        s.subject(),
                        s.status().name(),
                        s.reason(),
                        s.registeredNumber(),
                        s.askedBy(),
                        s.askedAt(),
                        s.doneAt(),
                        s.inPlaceOf()))
            .toList());
  }
}
