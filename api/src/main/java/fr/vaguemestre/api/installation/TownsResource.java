package fr.vaguemestre.api.installation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Towns;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Creating a town, as {@code vaguemestre tenant create} does. */
@RequestScoped
@Path("/v1/towns")
@Produces(MediaType.APPLICATION_JSON)
public class TownsResource {
  @Inject CurrentReader reader;
  @Inject Towns towns;

  /** {@code password} is the administrator's when the caller gave none: shown this once. */
  public record Town(String code, String name, String hostName, String login, String password) {}

  @POST
  public Response create(Fields fields) {
    var wish =
        new Founding(
            fields.requiredText("code"),
            fields.requiredText("name"),
            fields.text("hostName"),
            fields.text("address"),
            fields.text("email"),
            fields.text("phone"),
            fields.requiredText("adminLogin"),
            fields.requiredText("adminFirstName"),
            fields.requiredText("adminLastName"));
    var password = fields.text("password");
    fields.check();
    var created = towns.create(reader.get(), wish, password);
    var town = created.town();
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            new Town(
                town.code(),
                town.name(),
                town.hostName(),
                wish.adminLogin() + "@" + town.code(),
                created.password().orElse(null)))
        .build();
  }
}
