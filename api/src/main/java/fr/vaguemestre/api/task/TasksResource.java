package fr.vaguemestre.api.task;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.task.TaskLine;
import fr.vaguemestre.task.Tasks;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The board of a letter's tasks (O12). */
@RequestScoped
@Path("/v1/correspondence/{id}/tasks")
public class TasksResource {
  @Inject CurrentReader reader;
  @Inject Tasks tasks;
  @Inject Download download;
  @Context Request request;

  /**
   * {@code mine}: the caller may answer it; {@code joined}: its file leaves with the reply; the
   * link {@code file} is there when there is one.
   */
  public record Item(
      long id,
      String askedBy,
      String unit,
      Instant askedAt,
      LocalDate dueOn,
      String question,
      TaskLine.Status status,
      String answer,
      String answeredBy,
      String inPlaceOf,
      Instant answeredAt,
      String fileName,
      boolean joined,
      boolean mine,
      Map<String, String> links) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Page<Item> all(@PathParam("id") String id) {
    long letter = Ids.of(id);
    return Page.whole(tasks.of(reader.get(), letter).stream().map(t -> item(letter, t)).toList());
  }

  @GET
  @Path("/{task}/file")
  public Response file(@PathParam("id") String id, @PathParam("task") String task) {
    var caller = reader.get();
    var file = tasks.file(caller, Ids.of(id), Ids.of(task));
    return download.of(request, caller.tenant(), file.name(), file.mediaType(), file.sha256());
  }

  private static Item item(long letter, TaskLine t) {
    return new Item(
        t.id(),
        t.askedBy(),
        t.unit(),
        t.askedAt(),
        t.dueOn(),
        t.question(),
        t.status(),
        t.answer(),
        t.answeredBy(),
        t.inPlaceOf(),
        t.answeredAt(),
        t.fileName(),
        t.joined(),
        t.mine(),
        t.fileName() == null
            ? Map.of()
            : Map.of("file", Hrefs.letter(letter, "tasks", t.id(), "file")));
  }
}
