package fr.vaguemestre.api.publik;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.publik.PublikRequests;
import fr.vaguemestre.submission.Received;
import fr.vaguemestre.submission.Submissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;

/** Forms submitted here, or pushed by a portal's workflow as it would tell them to anybody. */
@RequestScoped
@OpenToMachines
@Path("/publik/api")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class PublikEntry {
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 190;

  @Inject CurrentReader reader;
  @Inject PublikTypes types;
  @Inject Submissions submissions;
  @Inject PublikRequests requests;
  @Context UriInfo address;

  /** A form that was filled in, or a pushed one: told by its {@code uuid} or {@code url}. */
  @POST
  @Path("/formdefs/{slug}/submit")
  public Response submit(
      @PathParam("slug") String slug, @HeaderParam(KEY) String key, InputStream body)
      throws IOException {
    try (var json = LargeJson.read(body)) {
      return receive(json, slug, key);
    }
  }

  @POST
  @Path("/formdefs/{slug}/push")
  public Response push(@PathParam("slug") String slug, InputStream body) throws IOException {
    return submit(slug, null, body);
  }

  /** A pushed form whose type is {@code extra.type}, else the portal's own name of the form. */
  @POST
  @Path("/forms/push")
  public Response push(InputStream body) throws IOException {
    try (var json = LargeJson.read(body)) {
      var slug =
          FormDocument.slug(json.fields())
              .orElseThrow(() -> new InvalidFields("extra.type", "field.required"));
      return receive(json, slug, null);
    }
  }

  private Response receive(LargeJson json, String slug, String key) throws IOException {
    var type = types.called(slug);
    var document = FormDocument.read(json, type.code(), type.label());
    var received =
        document.form() == null
            ? submissions.receive(reader.get(), document.wish(), document.files(), checked(key))
            : requests.push(reader.get(), document.wish(), document.files(), document.form());
    return answer(PublikJson.slug(type.code()), received);
  }

  private Response answer(String slug, Received received) {
    var here = address.getBaseUri() + "publik/api/forms/" + slug + "/" + received.id() + "/";
    return PublikJson.answer(
        Json.createObjectBuilder()
            .add("err", 0)
            .add(
                "data",
                Json.createObjectBuilder()
                    .add("id", String.valueOf(received.id()))
                    .add("display_id", received.chrono())
                    .add("url", here)
                    .add("api_url", here)
                    .add("backoffice_url", here)
                    .add("acknowledgement", received.acknowledgement().text()))
            .add("tracking_code", received.trackingCode()));
  }

  static String checked(String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new InvalidFields(KEY, "request.idempotency-key", LONGEST_KEY);
    }
    return key;
  }
}
