package fr.vaguemestre.api.jobs;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.jobs.Jobs;
import fr.vaguemestre.jobs.RunNotes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The night jobs of the caller's town. Starting, stopping and resuming are asked for, answered 202
 * with the job, and done within seconds; 409 when the job is not in a state for it.
 */
@RequestScoped
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
  @Inject CurrentReader reader;
  @Inject Jobs jobs;
  @Inject RunNotes notes;

  @GET
  public Page<JobItem> all() {
    return Page.whole(jobs.all(reader.get()).stream().map(JobItem::of).toList());
  }

  @GET
  @Path("/{name}")
  public JobItem one(@PathParam("name") String name) {
    return item(Job.titled(name));
  }

  /** What was left out first, then what was found; at most 200 on a page. */
  @GET
  @Path("/{name}/runs/{run}/notes")
  public Page<JobNoteItem> notes(
      @PathParam("name") String name,
      @PathParam("run") String run,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var page = notes.page(reader.get(), Job.titled(name), Ids.of(run), after, Ids.limit(limit, 50));
    return new Page<>(null, page.items().stream().map(JobNoteItem::of).toList(), page.next());
  }

  @POST
  @Path("/{name}/start")
  public Response start(@PathParam("name") String name) {
    var job = Job.titled(name);
    jobs.start(reader.get(), job);
    return accepted(job);
  }

  /** At the end of the chunk it is at. */
  @POST
  @Path("/{name}/stop")
  public Response stop(@PathParam("name") String name) {
    var job = Job.titled(name);
    jobs.stop(reader.get(), job);
    return accepted(job);
  }

  /** Goes on where it stopped or failed. */
  @POST
  @Path("/{name}/restart")
  public Response restart(@PathParam("name") String name) {
    var job = Job.titled(name);
    jobs.restart(reader.get(), job);
    return accepted(job);
  }

  private Response accepted(Job job) {
    return Response.accepted(item(job)).build();
  }

  private JobItem item(Job job) {
    return JobItem.of(jobs.one(reader.get(), job));
  }
}
