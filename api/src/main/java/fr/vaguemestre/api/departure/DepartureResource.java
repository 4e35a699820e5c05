package fr.vaguemestre.api.departure;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.departure.TownJobs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * Asking for the archive or the deletion of a town; each is a job, answered 202 with its address.
 */
@RequestScoped
@Path("/v1/towns/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class DepartureResource {
  @Inject CurrentReader reader;
  @Inject TownJobs jobs;

  @POST
  @Path("/exports")
  public Response export(@PathParam("code") String code) {
    return accepted(jobs.export(reader.get(), code));
  }

  /** {@code confirmation} is the town's code once more. */
  @POST
  @Path("/deletion")
  public Response delete(@PathParam("code") String code, Fields fields) {
    var confirmation = fields.requiredText("confirmation");
    fields.check();
    return accepted(jobs.delete(reader.get(), code, confirmation));
  }

  private Response accepted(long job) {
    return Response.accepted(TownJobItem.of(jobs.find(reader.get(), job)))
        .location(URI.create(Hrefs.to("town-jobs", job)))
        .build();
  }
}
