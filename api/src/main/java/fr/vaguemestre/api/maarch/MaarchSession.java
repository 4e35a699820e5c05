package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.AccessTokens;
import fr.vaguemestre.access.Logins;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A bearer token for an agent's password, asked for by whoever has not logged in. A machine account
 * gets none: it logs in by Basic.
 */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest/authenticate")
public class MaarchSession {
  @Inject Logins logins;
  @Inject AccessTokens tokens;
  @Context HttpServletRequest request;

  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  public Response authenticate(Fields fields) {
    var said = MaarchBody.of(fields);
    var login = said.text("login");
    var password = said.text("password");
    if (login == null || password == null) {
      throw MaarchError.body((login == null ? "login" : "password") + " is empty or not a string");
    }
    var reader =
        logins
            .attempt(
                login, password.toCharArray(), request.getServerName(), request.getRemoteAddr())
            .principal()
            .flatMap(logins::reader)
            .filter(caller -> !caller.machine())
            .orElseThrow(() -> new MaarchError(401, "Authentication Failed"));
    var token = issue(reader);
    return Response.noContent().header("Token", token).header("Refresh-Token", token).build();
  }

  private String issue(Reader reader) {
    return TenantContext.call(reader.tenant(), () -> tokens.issue(reader).token());
  }
}
