package fr.vaguemestre.api.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.circuit.Attempt;
import fr.vaguemestre.api.circuit.Deed;
import fr.vaguemestre.api.circuit.Deeds;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.FieldsReader;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.OfferedAction;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the caller may do with a letter now, and doing it. */
@RequestScoped
@Path("/v1/correspondence/{id}/actions")
@Produces(MediaType.APPLICATION_JSON)
public class ActionsResource {
  @Inject CurrentReader reader;
  @Inject CorrespondenceActions actions;
  @Inject Correspondences correspondences;
  @Inject @Any Instance<Deeds> features;

  /**
   * An action offered: where to post it, with which fields, the state it leads to, in whose place.
   */
  public record Offer(
      String action,
      String label,
      Transition.Prominence prominence,
      String leadsTo,
      String method,
      String href,
      List<Deed.Input> fields,
      String inPlaceOf) {}

  /** In the circuit's order; the ETag is what to send back as {@code If-Match}. */
  @GET
  public Response offered(@PathParam("id") String id) {
    var caller = reader.get();
    var letter = correspondences.view(caller, Ids.of(id));
    var offers =
        actions.offered(caller, letter.id()).stream()
            .flatMap(o -> deed(o.action()).map(d -> offer(letter.id(), o, d)).stream())
            .toList();
    return Response.ok(Page.whole(offers)).tag(tag(letter.version())).build();
  }

  @POST
  @Path("/{action}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response act(
      @PathParam("id") String id,
      @PathParam("action") String action,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      Fields fields) {
    return carryOut(id, action, ifMatch, fields == null ? Fields.none() : fields, Optional.empty());
  }

  /** The same with a file: part {@code file}, and the fields as JSON in part {@code fields}. */
  @POST
  @Path("/{action}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response actWithFile(
      @PathParam("id") String id,
      @PathParam("action") String action,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      List<EntityPart> parts)
      throws IOException {
    var fields = part(parts, "fields");
    var file =
        part(parts, "file").map(p -> new GivenFile(p.getFileName().orElse(""), p.getContent()));
    return carryOut(
        id,
        action,
        ifMatch,
        fields.isPresent() ? FieldsReader.read(fields.get().getContent()) : Fields.none(),
        file);
  }

  private Response carryOut(
      String id, String action, String ifMatch, Fields fields, Optional<GivenFile> file) {
    var deed = Action.ofPath(action).flatMap(this::deed).orElseThrow(Refusal::notFound);
    var caller = reader.get();
    long letter = Ids.of(id);
    deed.how().accept(new Attempt(caller, letter, SeenVersion.of(ifMatch), fields, file));
    return now(caller, letter);
  }

  /** The letter as it is now; 204 when what was done took it out of the caller's sight. */
  private Response now(Reader caller, long letter) {
    if (correspondences.lines(caller, List.of(letter)).isEmpty()) {
      return Response.noContent().build();
    }
    var view = correspondences.view(caller, letter);
    return Response.ok(LetterResponse.of(view)).tag(tag(view.version())).build();
  }

  private Optional<Deed> deed(Action action) {
    return features.stream()
        .flatMap(feature -> feature.all().stream())
        .filter(deed -> deed.action() == action)
        .findFirst();
  }

  private static Offer offer(long letter, OfferedAction offered, Deed deed) {
    var name = offered.action().path();
    return new Offer(
        name,
        offered.label(),
        offered.prominence(),
        offered.leadsTo(),
        "POST",
        Hrefs.letter(letter, "actions", name),
        deed.inputs(),
        offered.inPlaceOf());
  }

  private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
    return parts.stream().filter(p -> name.equals(p.getName())).findFirst();
  }

  private static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }
}
