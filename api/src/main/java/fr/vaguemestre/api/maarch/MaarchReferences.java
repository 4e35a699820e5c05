package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.maarch.Deposits;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;

/**
 * The numbers that tools are configured with: types, entities, users, priorities, statuses. To
 * agents, and to machine accounts that register letters; who one is, to whoever calls.
 */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest")
@Produces(MediaType.APPLICATION_JSON)
public class MaarchReferences {
  private static final List<List<String>> STATUSES =
      List.of(
          List.of("INIT", "À qualifier"),
          List.of("NEW", "Nouveau"),
          List.of("COU", "En cours"),
          List.of("END", "Clos"));

  @Inject CurrentReader reader;
  @Inject Deposits deposits;
  @Inject Typology typology;
  @Inject Organisation organisation;

  @GET
  @Path("/doctypes")
  public Response doctypes() {
    var list = Json.createArrayBuilder();
    types().forEach(type -> list.add(type(type)));
    return MaarchJson.answer(Json.createObjectBuilder().add("doctypes", list));
  }

  @GET
  @Path("/doctypes/types/{id}")
  public Response doctype(@PathParam("id") String id) {
    var found =
        types().stream()
            .filter(t -> String.valueOf(t.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> new MaarchError(400, "Doctype does not exist"));
    return MaarchJson.answer(Json.createObjectBuilder().add("doctype", type(found)));
  }

  @GET
  @Path("/entities")
  public Response entities() {
    deposits.need(reader.get());
    var list = Json.createArrayBuilder();
    organisation
        .units()
        .forEach(
            unit ->
                list.add(
                    Json.createObjectBuilder()
                        .add("id", unit.id())
                        .add("entity_id", unit.code())
                        .add("entity_label", unit.label())
                        .add("short_label", MaarchJson.text(unit.shortLabel()))
                        .add("enabled", "Y")));
    return MaarchJson.answer(Json.createObjectBuilder().add("entities", list));
  }

  /** Agents alone: a tool names people by their logins. */
  @GET
  @Path("/users")
  public Response users() {
    if (reader.get().machine()) {
      throw Refusal.forbidden();
    }
    var list = Json.createArrayBuilder();
    organisation.agents(null).stream()
        .filter(agent -> agent.active())
        .forEach(
            agent ->
                list.add(
                    Json.createObjectBuilder()
                        .add("id", agent.id())
                        .add("user_id", agent.login())
                        .add("firstname", agent.firstName())
                        .add("lastname", agent.lastName())
                        .add("enabled", "Y")));
    return MaarchJson.answer(Json.createObjectBuilder().add("users", list));
  }

  @GET
  @Path("/priorities")
  public Response priorities() {
    deposits.need(reader.get());
    var list = Json.createArrayBuilder();
    typology
        .priorities()
        .forEach(
            p ->
                list.add(
                    Json.createObjectBuilder()
                        .add("id", p.code())
                        .add("label", p.label())
                        .add("color", MaarchJson.text(p.colour()))
                        .add("delays", p.days())
                        .add("order", p.position())));
    return MaarchJson.answer(Json.createObjectBuilder().add("priorities", list));
  }

  @GET
  @Path("/statuses")
  public Response statuses() {
    deposits.need(reader.get());
    var list = Json.createArrayBuilder();
    STATUSES.forEach(
        s ->
            list.add(Json.createObjectBuilder().add("id", s.get(0)).add("label_status", s.get(1))));
    return MaarchJson.answer(Json.createObjectBuilder().add("statuses", list));
  }

  /** One model for all that arrives; a file is mandatory. */
  @GET
  @Path("/indexingModels")
  public Response models() {
    deposits.need(reader.get());
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add(
                "indexingModels",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("id", 1)
                            .add("label", "Courrier arrivé")
                            .add("category", "incoming")
                            .add("default", true)
                            .add("private", false)
                            .add("enabled", true)
                            .add("mandatoryFile", true))));
  }

  /** Any may be sent: they are kept and given back as they came. */
  @GET
  @Path("/customFields")
  public Response customFields() {
    deposits.need(reader.get());
    return MaarchJson.answer(
        Json.createObjectBuilder().add("customFields", JsonValue.EMPTY_JSON_ARRAY));
  }

  @GET
  @Path("/parameters/workingDays")
  public Response workingDays() {
    deposits.need(reader.get());
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add(
                "parameter",
                Json.createObjectBuilder().add("id", "workingDays").add("param_value_int", 1)));
  }

  @GET
  @Path("/currentUser/profile")
  public Response profile() {
    var caller = reader.get();
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add("id", caller.agent())
            .add("user_id", caller.login())
            .add("fullname", caller.name())
            .add("mode", caller.machine() ? "rest" : "standard")
            .add("groups", JsonValue.EMPTY_JSON_ARRAY)
            .add("entities", JsonValue.EMPTY_JSON_ARRAY)
            .add("baskets", JsonValue.EMPTY_JSON_ARRAY)
            .add("absence", caller.absentUntil() != null));
  }

  /** Those in use; of a machine account, those it may register. */
  private List<DocumentTypeLine> types() {
    var caller = reader.get();
    var open = caller.machine() ? new HashSet<>(deposits.types(caller)) : null;
    return typology.types().stream()
        .filter(t -> open == null ? t.active() : open.contains(t.code()))
        .toList();
  }

  private static JsonObjectBuilder type(DocumentTypeLine type) {
    var delay = type.processDelayDays();
    return Json.createObjectBuilder()
        .add("type_id", type.id())
        .add("description", type.label())
        .add("doctypes_first_level_label", type.domain())
        .add("doctypes_second_level_label", type.family())
        .add("process_delay", delay == null ? JsonValue.NULL : Json.createValue(delay));
  }
}
