package fr.vaguemestre.api.access;

import fr.vaguemestre.access.AccessTokens;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.UnitNode;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who the caller is, and the token they may call with from then on. */
@RequestScoped
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private static final int MOST = 1000;

  @Inject CurrentReader reader;
  @Inject Directory directory;
  @Inject AccessTokens tokens;

  /** The caller; {@code units} are codes, the main one first. */
  public record Me(
      String login, String name, String jobTitle, List<String> units, List<Right> rights) {}

  /** A bearer token, shown this once. */
  public record Token(String token, String tokenType, Instant expiresAt) {}

  @GET
  @Path("/me")
  public Me me() {
    var caller = reader.get();
    return new Me(
        caller.login(),
        caller.name(),
        caller.jobTitle(),
        units(caller),
        caller.rights().stream().sorted().toList());
  }

  /** A token does not beget tokens: whoever stole one would keep it for ever. */
  @POST
  @Path("/tokens")
  public Response issue(@HeaderParam(HttpHeaders.AUTHORIZATION) String header) {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "access.token-needs-password");
    }
    var issued = tokens.issue(reader.get());
    return Response.status(Response.Status.CREATED)
        .entity(new Token(issued.token(), "Bearer", issued.expiresAt()))
        .build();
  }

  private List<String> units(Reader caller) {
    var seated = directory.units("", caller.ownUnits(), false, MOST).stream().map(UnitNode::code);
    return Stream.concat(Stream.ofNullable(caller.mainUnit()), seated)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
