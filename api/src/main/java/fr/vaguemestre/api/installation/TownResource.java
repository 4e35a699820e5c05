package fr.vaguemestre.api.installation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.installation.Towns;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Suspending a town and letting it work again, by its code. */
@RequestScoped
@Path("/v1/towns/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class TownResource {
  @Inject CurrentReader reader;
  @Inject Towns towns;

  @POST
  @Path("/suspend")
  public void suspend(@PathParam("code") String code) {
    towns.suspend(reader.get(), code);
  }

  @POST
  @Path("/resume")
  public void resume(@PathParam("code") String code) {
    towns.resume(reader.get(), code);
  }
}
