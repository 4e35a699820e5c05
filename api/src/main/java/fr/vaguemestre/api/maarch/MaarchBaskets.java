package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.basket.BasketPage;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.basket.BulkActions;
import fr.vaguemestre.basket.BulkDeed;
import fr.vaguemestre.basket.BulkWish;
import fr.vaguemestre.maarch.MaarchLetters;
import fr.vaguemestre.maarch.MaarchNames;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * The caller's baskets, by their codes, and what can be done to many letters, by our names of it;
 * the user and the group of the address are the caller's own, whatever they say. Agents alone.
 */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest/resourcesList/users/{user}/groups/{group}/baskets/{basket}")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchBaskets {
  private static final int MOST_PAGES = 50;
  private static final int MOST = 200;

  @Inject CurrentReader reader;
  @Inject Baskets baskets;
  @Inject BulkActions actions;
  @Inject MaarchLetters letters;
  @Inject MaarchNames names;
  @Inject Tenants tenants;
  @Context HttpHeaders headers;

  @GET
  public Response list(
      @PathParam("basket") String basket,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("10") int limit) {
    agentsAlone();
    var caller = reader.get();
    var page = page(basket, offset, Math.clamp(limit, 1, MOST));
    var zone = tenants.current().zone();
    var resources = Json.createArrayBuilder();
    letters
        .these(caller, page.items().stream().map(line -> line.id()).toList())
        .forEach(letter -> resources.add(MaarchJson.line(letter, zone)));
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add("resources", resources)
            .add("count", page.total())
            .add(
                "basketLabel",
                baskets.of(caller).stream()
                    .filter(b -> b.code().equals(basket))
                    .map(b -> b.label())
                    .findFirst()
                    .orElse(basket))
            .add("defaultAction", JsonValue.NULL));
  }

  /** 204 when all is done; else what stopped it, the letters that could be are. */
  @PUT
  @Path("/actions/{action}")
  public Response act(@PathParam("action") String action, Fields fields) {
    agentsAlone();
    var said = MaarchBody.of(fields);
    var deed =
        BulkDeed.ofPath(action)
            .orElseThrow(() -> new MaarchError(400, "Action " + action + " does not exist"));
    var data = said.inner("data").map(MaarchBody::new).orElse(said);
    var note = said.inner("note").map(MaarchBody::new).orElse(said);
    var errors = new ArrayList<String>();
    actions.run(
        reader.get(),
        new BulkWish(
            deed,
            items(said),
            named(data.text("destination"), true),
            named(data.text("user"), false),
            note.text("content"),
            data.text("tag")),
        result -> {
          if (!result.done()) {
            errors.add(Problems.words(headers, result.refusal()));
          }
        });
    return errors.isEmpty()
        ? Response.noContent().build()
        : MaarchJson.answer(
            Json.createObjectBuilder().add("errors", String.join(" ", errors)).addNull("data"));
  }

  private List<BulkWish.Item> items(MaarchBody said) {
    return said.texts("resources").stream()
        .filter(id -> id.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .map(id -> new BulkWish.Item(id, letters.version(reader.get(), id)))
        .toList();
  }

  private String named(String named, boolean unit) {
    return named == null
        ? null
        : (unit ? names.unit(named) : names.agent(named))
            .orElseThrow(
                () -> MaarchError.body((unit ? "destination" : "user") + " does not exist"));
  }

  private BasketPage page(String basket, int offset, int limit) {
    var page = baskets.page(reader.get(), basket, null, limit);
    for (int i = 0; i < Math.min(offset / limit, MOST_PAGES) && page.next() != null; i++) {
      page = baskets.page(reader.get(), basket, page.next(), limit);
    }
    return page;
  }

  private void agentsAlone() {
    if (reader.get().machine()) {
      throw Refusal.forbidden();
    }
  }
}
