package fr.vaguemestre.api.routing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.routing.Hold;
import fr.vaguemestre.routing.Reservations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** Who works on a letter now. */
@RequestScoped
@Path("/v1/correspondence/{id}/reservation")
@Produces(MediaType.APPLICATION_JSON)
public class ReservationResource {
  @Inject CurrentReader reader;
  @Inject Reservations reservations;

  /** By whom (login, name), since when, until when unless renewed, whether by the caller. */
  public record Reservation(
      String agent, String name, Instant since, Instant endsAt, boolean mine) {
    static Reservation of(Hold hold) {
      return new Reservation(hold.login(), hold.name(), hold.since(), hold.endsAt(), hold.mine());
    }
  }

  /** 204 when nobody has it. */
  @GET
  public Response who(@PathParam("id") String id) {
    return reservations
        .of(reader.get(), Ids.of(id))
        .map(hold -> Response.ok(Reservation.of(hold)).build())
        .orElseGet(() -> Response.noContent().build());
  }

  /** Reserves or renews; 409 when somebody else has it, unless taken over. */
  @PUT
  public Reservation reserve(@PathParam("id") String id, @QueryParam("takeOver") boolean takeOver) {
    return Reservation.of(reservations.reserve(reader.get(), Ids.of(id), takeOver));
  }

  /** Frees the caller's own; another's is left as it is. */
  @DELETE
  public Response free(@PathParam("id") String id) {
    reservations.free(reader.get(), Ids.of(id));
    return Response.noContent().build();
  }
}
