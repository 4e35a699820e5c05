package fr.vaguemestre.api.departure;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.departure.Archives;
import fr.vaguemestre.departure.TownJob;
import fr.vaguemestre.departure.TownJobs;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** How far a town's export or deletion is, and what it gave. */
@RequestScoped
@Path("/v1/town-jobs/{id}")
public class TownJobsResource {
  @Inject CurrentReader reader;
  @Inject TownJobs jobs;
  @Inject Archives archives;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public TownJobItem state(@PathParam("id") String id) {
    var who = reader.get();
    return TownJobItem.of(jobs.find(who, Ids.of(id)), jobs.counts(who, Ids.of(id)));
  }

  /** The archive (ZIP) or the attestation (JSON); 404 until there is one, and once it is gone. */
  @GET
  @Path("/content")
  public Response content(@PathParam("id") String id) {
    var job = jobs.find(reader.get(), Ids.of(id));
    if (job.kind() == TownJob.Kind.EXPORT) {
      var found = archives.find(reader.get(), job.id());
      return download(found.file().toFile(), "application/zip", found.name());
    }
    if (!job.done()) {
      throw Refusal.notFound();
    }
    return download(
        job.attestation(), MediaType.APPLICATION_JSON, "attestation-" + job.code() + ".json");
  }

  private static Response download(Object body, String type, String name) {
    return Response.ok(body, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
