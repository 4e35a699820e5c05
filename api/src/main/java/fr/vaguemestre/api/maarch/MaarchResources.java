package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.Qualifications;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.maarch.Deposits;
import fr.vaguemestre.maarch.MaarchLetters;
import fr.vaguemestre.maarch.MaarchNames;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;

/** Letters: registered, read, qualified again, found by the tool's own name of them. */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchResources {
  @Inject CurrentReader reader;
  @Inject Deposits deposits;
  @Inject MaarchLetters letters;
  @Inject MaarchNames names;
  @Inject Qualifications qualifications;
  @Inject Correspondences correspondences;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @POST
  @Path("/resources")
  public Response register(InputStream body) throws IOException {
    try (var json = LargeJson.read(body)) {
      var said = MaarchBody.of(json.fields());
      var wish = new MaarchWish(said, names, today()).read(reader.get().machine());
      var format = MaarchFile.format(said);
      var bytes = MaarchFile.bytes(json, said);
      var file = new GivenFile("document." + format, bytes);
      long id = MaarchFile.known(format, () -> deposits.register(reader.get(), wish, file, format));
      return MaarchJson.answer(Json.createObjectBuilder().add("resId", id));
    }
  }

  @GET
  @Path("/resources/{id}")
  public Response one(@PathParam("id") String id) {
    var letter = letters.one(reader.get(), Ids.of(id));
    return MaarchJson.answer(MaarchJson.letter(letter, tenants.current().zone()));
  }

  /** Agents alone: a machine account adds files and notes to what it brought, and no more. */
  @PUT
  @Path("/resources/{id}")
  public Response change(@PathParam("id") String id, InputStream body) throws IOException {
    if (reader.get().machine()) {
      throw Refusal.forbidden();
    }
    try (var json = LargeJson.read(body)) {
      var said = MaarchBody.of(json.fields());
      if (said.text("encodedFile") != null) {
        throw MaarchError.body("encodedFile can not be changed");
      }
      var now = correspondences.view(reader.get(), Ids.of(id));
      var wish = new MaarchWish(said, names, today()).read(false).registration();
      qualifications.qualify(
          reader.get(),
          now.id(),
          now.version(),
          new Registration(
              now.category(),
              now.channel(),
              said.text("subject") == null ? now.subject() : wish.subject(),
              wish.type(),
              wish.priority() == null ? now.priorityCode() : wish.priority(),
              wish.senderId() == null ? now.senderId() : wish.senderId(),
              null,
              wish.unit() == null ? now.unitCode() : wish.unit(),
              null,
              wish.copyUnits(),
              wish.copyAgents(),
              wish.documentDate() == null ? now.documentDate() : wish.documentDate(),
              now.postmarkDate(),
              wish.arrivalDate() == null ? now.arrivalDate() : wish.arrivalDate(),
              wish.deadline() == null ? now.deadline() : wish.deadline(),
              wish.confidential(),
              now.sensitive(),
              false,
              now.externalId(),
              wish.deadline() == null ? now.deadlineReason() : wish.deadlineReason(),
              now.firstReceivedOn()),
          null);
      return Response.noContent().build();
    }
  }

  /** {@code type} is the tool's name of its ids ({@code grcId}), {@code value} one of them. */
  @PUT
  @Path("/resources/external")
  public Response external(InputStream body) throws IOException {
    try (var json = LargeJson.read(body)) {
      var said = MaarchBody.of(json.fields());
      var type = said.text("type");
      var value = said.text("value");
      if (type == null || value == null) {
        throw MaarchError.body((type == null ? "type" : "value") + " is empty or not a string");
      }
      long id = letters.external(reader.get(), type, value).orElseThrow(Refusal::notFound);
      return MaarchJson.answer(Json.createObjectBuilder().add("resId", id));
    }
  }

  private LocalDate today() {
    return tenants.current().today(clock);
  }
}
