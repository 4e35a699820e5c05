package fr.vaguemestre.api.history;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.history.DemandStatus;
import fr.vaguemestre.history.DemandType;
import fr.vaguemestre.history.DemandTypes;
import fr.vaguemestre.history.Histories;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What an application calls its types, and the statuses all share. */
@RequestScoped
@OpenToMachines
@Path("/lutece/rest/notificationstore/v3")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class LuteceDemandTypes {
  @Inject CurrentReader reader;
  @Inject DemandTypes types;
  @Inject Histories histories;

  @GET
  @Path("/demandType")
  public Response all() {
    return json(LuteceJson.types(types.all(reader.get())).build().toString());
  }

  @GET
  @Path("/demandType/{id}")
  public Response one(@PathParam("id") String id) {
    return json(LuteceJson.type(types.one(reader.get(), id)).build().toString());
  }

  @POST
  @Path("/demandType")
  public Response add(Fields fields) {
    var body = LuteceBody.of(fields);
    return keep(body.text("id_demand_type", "idDemandType", "id"), body);
  }

  @PUT
  @Path("/demandType/{id}")
  public Response change(@PathParam("id") String id, Fields fields) {
    return keep(id, LuteceBody.of(fields));
  }

  @DELETE
  @Path("/demandType/{id}")
  public Response remove(@PathParam("id") String id) {
    types.remove(reader.get(), id);
    return json(Json.createObjectBuilder().add("status", "ok").build().toString());
  }

  @GET
  @Path("/status")
  public Response statuses() {
    histories.need(reader.get());
    var list = Json.createArrayBuilder();
    for (var status : DemandStatus.values()) {
      list.add(
          Json.createObjectBuilder()
              .add("id", status.id())
              .add("code", status.name())
              .add("label", status.label())
              .add("final", status.last()));
    }
    return json(list.build().toString());
  }

  private Response keep(String id, LuteceBody body) {
    var type =
        new DemandType(
            id,
            body.text("label"),
            body.text("url"),
            body.text("app_code", "appCode"),
            body.text("category"));
    types.keep(reader.get(), type);
    return json(LuteceJson.type(type).build().toString());
  }

  private static Response json(String body) {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
