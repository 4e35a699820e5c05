package fr.vaguemestre.api.search;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.KeptSearch;
import fr.vaguemestre.search.KeptSearches;
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

/** Searches the caller keeps, and those shared with them. */
@RequestScoped
@Path("/v1/searches")
@Produces(MediaType.APPLICATION_JSON)
public class KeptSearchesResource {
  @Inject CurrentReader reader;
  @Inject KeptSearches searches;

  /**
   * {@code criteria} are the parameters of {@code /v1/search}, as they end its address; {@code
   * unit} (code) is the one it is shared with, or null.
   */
  public record Kept(
      long id,
      String name,
      String criteria,
      String owner,
      boolean own,
      String unit,
      boolean removable,
      String href) {}

  @GET
  public Page<Kept> all() {
    return Page.whole(searches.of(reader.get()).stream().map(KeptSearchesResource::kept).toList());
  }

  /** {@code name}, {@code criteria}, {@code unit} or none; one of the same name is replaced. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response keep(Fields fields) {
    var given = fields == null ? Fields.none() : fields;
    var name = given.requiredText("name");
    var criteria = given.requiredText("criteria");
    var unit = given.text("unit");
    given.check();
    var asked =
        Asked.parse(
            criteria,
            wrong -> {
              throw new InvalidFields("criteria", "field.not-date");
            });
    var caller = reader.get();
    var kept = kept(searches.one(caller, searches.keep(caller, name, asked, unit)));
    return Response.created(URI.create(kept.href())).entity(kept).build();
  }

  @GET
  @Path("/{id}")
  public Kept one(@PathParam("id") String id) {
    return kept(searches.one(reader.get(), Ids.of(id)));
  }

  @DELETE
  @Path("/{id}")
  public Response remove(@PathParam("id") String id) {
    searches.remove(reader.get(), Ids.of(id));
    return Response.noContent().build();
  }

  private static Kept kept(KeptSearch search) {
    return new Kept(
        search.id(),
        search.name(),
        search.asked().text(),
        search.owner(),
        search.own(),
        search.unit(),
        search.changeable(),
        Hrefs.to("searches", search.id()));
  }
}
