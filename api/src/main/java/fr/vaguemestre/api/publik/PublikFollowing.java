package fr.vaguemestre.api.publik;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.publik.PublikForm;
import fr.vaguemestre.publik.PublikForms;
import fr.vaguemestre.submission.Additions;
import fr.vaguemestre.submission.Tracking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** How forms stand, and what is added to them. */
@RequestScoped
@OpenToMachines
@Path("/publik/api")
@Produces(MediaType.APPLICATION_JSON)
public class PublikFollowing {
  private static final int USUAL = 200;

  @Inject CurrentReader reader;
  @Inject PublikForms forms;
  @Inject Additions additions;
  @Inject Tracking tracking;
  @Context UriInfo address;

  @GET
  @Path("/forms")
  public Response all(
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("20") int limit,
      @QueryParam("order_by") String order) {
    var data = Json.createArrayBuilder();
    wanted(null, null, null, order, offset, limit)
        .forEach(f -> data.add(PublikJson.form(address.getBaseUri(), f, false)));
    return PublikJson.data(data);
  }

  /** An array, as Publik gives it; {@code full=on} with the answers, unless {@code anonymise}. */
  @GET
  @Path("/forms/{slug}/list")
  public Response list(
      @PathParam("slug") String slug,
      @QueryParam("full") String full,
      @QueryParam("anonymise") String anonymous,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("limit") @DefaultValue("200") int limit,
      @QueryParam("order_by") String order) {
    boolean whole = "on".equals(full) && anonymous == null;
    var list = Json.createArrayBuilder();
    wanted(slug, null, null, order, offset, limit)
        .forEach(f -> list.add(PublikJson.form(address.getBaseUri(), f, whole)));
    return Response.ok(list.build().toString(), MediaType.APPLICATION_JSON_TYPE).build();
  }

  @GET
  @Path("/forms/{slug}/{id}")
  public Response one(
      @PathParam("slug") String slug,
      @PathParam("id") String id,
      @QueryParam("anonymise") String anonymous) {
    return PublikJson.answer(PublikJson.form(address.getBaseUri(), form(id), anonymous == null));
  }

  /** Those of the person whose address is {@code email}; {@code status}: open, done or all. */
  @GET
  @Path("/user/forms")
  public Response ofUser(
      @QueryParam("email") String email, @QueryParam("status") @DefaultValue("all") String status) {
    if (email == null || email.isBlank()) {
      throw new InvalidFields("email", "field.required");
    }
    Boolean done = status.equals("all") ? null : (Boolean) status.equals("done");
    var data = Json.createArrayBuilder();
    wanted(null, email.strip(), done, null, 0, USUAL)
        .forEach(f -> data.add(PublikJson.form(address.getBaseUri(), f, false)));
    return PublikJson.data(data);
  }

  @GET
  @Path("/code/{code}")
  public Response byCode(@PathParam("code") String code) {
    var status = tracking.byCode(reader.get(), code);
    var here = PublikJson.address(address.getBaseUri(), forms.one(reader.get(), status.id()));
    return PublikJson.answer(
        Json.createObjectBuilder().add("err", 0).add("url", here).add("load_url", here));
  }

  /**
   * Adds to a form: {@code message} with {@code text}, {@code pieces} with files among its members,
   * {@code retrait} with {@code reason}. A workflow of the portal jumps here as it would at home.
   */
  @POST
  @Path("/forms/{slug}/{id}/{way:hooks|jump/trigger}/{name}")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  public Response hook(
      @PathParam("slug") String slug,
      @PathParam("id") String id,
      @PathParam("name") String name,
      @HeaderParam("Idempotency-Key") String key,
      InputStream body)
      throws IOException {
    long form = form(id).id();
    var once = PublikEntry.checked(key);
    try (var json = LargeJson.read(body)) {
      var fields = json.fields();
      var text = fields.text("text");
      var reason = fields.text("reason");
      fields.check();
      switch (name) {
        case "message" -> additions.message(reader.get(), form, text, once);
        case "pieces" ->
            additions.pieces(
                reader.get(), form, text, FormData.of(json, fields.json()).files(), once);
        case "retrait" -> additions.withdraw(reader.get(), form, reason, once);
        default -> throw Refusal.notFound();
      }
    }
    return PublikJson.done();
  }

  /** Whatever the slug: the type may have been corrected since the portal learnt the address. */
  private PublikForm form(String id) {
    return forms.one(reader.get(), Ids.of(id));
  }

  private List<PublikForm> wanted(
      String slug, String email, Boolean done, String order, int offset, int limit) {
    return forms.list(
        reader.get(),
        new PublikForms.Wanted(
            slug, email, done, order != null && !order.startsWith("-"), offset, limit));
  }
}
