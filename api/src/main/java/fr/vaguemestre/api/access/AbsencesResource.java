package fr.vaguemestre.api.access;

import fr.vaguemestre.access.Absences;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.organisation.AbsenceLine;
import fr.vaguemestre.organisation.AbsenceWish;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The caller's own absences (ORG5), as the screen of the same service declares them. */
@RequestScoped
@Path("/v1/me/absences")
@Produces(MediaType.APPLICATION_JSON)
public class AbsencesResource {
  @Inject CurrentReader reader;
  @Inject Absences absences;
  @Inject Clock clock;

  /**
   * From {@code startsAt} (included) until {@code endsAt} (excluded); {@code enteredBy} is null
   * when the caller declared it, {@code loops} the baskets that nobody inherits because they come
   * back.
   */
  public record Absence(
      long id,
      Instant startsAt,
      Instant endsAt,
      boolean running,
      String enteredBy,
      List<Share> baskets,
      List<String> loops,
      String href) {}

  /** One basket (code) and the colleague who has it meanwhile (login, name). */
  public record Share(String basket, String label, String replacement, String name) {}

  /** Those that are not over, soonest first. */
  @GET
  public Page<Absence> all() {
    var caller = reader.get();
    return Page.whole(absences.of(caller, caller.login()).stream().map(this::absence).toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response declare(Fields fields) {
    var given = fields == null ? Fields.none() : fields;
    var startsAt = given.instant("startsAt");
    var endsAt = given.instant("endsAt");
    var baskets =
        given.objects("baskets").stream()
            .map(
                share ->
                    new AbsenceWish.Given(
                        share.requiredText("basket"), share.requiredText("replacement")))
            .toList();
    given.check();
    var caller = reader.get();
    var kept =
        absence(
            absences.declare(caller, new AbsenceWish(caller.login(), startsAt, endsAt, baskets)));
    return Response.created(URI.create(kept.href())).entity(kept).build();
  }

  @GET
  @Path("/{id}")
  public Absence one(@PathParam("id") String id) {
    return absence(own(id));
  }

  /** Before it began, takes it away; while it runs, ends it now. */
  @DELETE
  @Path("/{id}")
  public Response end(@PathParam("id") String id) {
    var known = own(id);
    absences.cancel(reader.get(), known.id(), known.version());
    return Response.noContent().build();
  }

  /** An administrator sees others' absences too, but not here. */
  private AbsenceLine own(String id) {
    var line = absences.get(reader.get(), Ids.of(id));
    if (!line.login().equals(reader.get().login())) {
      throw Refusal.notFound();
    }
    return line;
  }

  private Absence absence(AbsenceLine line) {
    var now = clock.instant();
    return new Absence(
        line.id(),
        line.startsAt(),
        line.endsAt(),
        !now.isBefore(line.startsAt()) && now.isBefore(line.endsAt()),
        line.enteredBy(),
        line.baskets().stream()
            .map(b -> new Share(b.basket(), b.label(), b.login(), b.name()))
            .toList(),
        line.loops().stream().map(AbsenceLine.Loop::label).toList(),
        Hrefs.to("me", "absences", line.id()));
  }
}
