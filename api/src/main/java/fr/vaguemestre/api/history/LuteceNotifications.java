package fr.vaguemestre.api.history;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.history.Histories;
import fr.vaguemestre.history.Telling;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What applications tell of demands, and read again. */
@RequestScoped
@OpenToMachines
@Path("/lutece/rest/notificationstore/v3")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class LuteceNotifications {
  private static final int USUAL = 20;
  private static final int MOST = 100;

  @Inject CurrentReader reader;
  @Inject Histories histories;
  @Inject Clock clock;

  /** Answers 201, with warnings when something is missing: it is kept all the same. */
  @POST
  @Path("/notification")
  public Response tell(Fields fields) {
    var body = LuteceBody.of(fields);
    if (!body.has("notification")) {
      throw new InvalidFields("notification", "field.required");
    }
    var warnings =
        histories.tell(reader.get(), LuteceTelling.read(body.inner("notification"), clock)).stream()
            .map(LuteceNotifications::warning)
            .toList();
    return Response.status(Response.Status.CREATED)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(
            LuteceJson.acknowledge(warnings.isEmpty() ? "received" : "warning", warnings, List.of())
                .toString())
        .build();
  }

  /** Delivery events are acknowledged and not kept: they are the sender's own. */
  @POST
  @Path("/notificationEvent")
  public Response event(Fields fields) {
    histories.need(reader.get());
    return Response.status(Response.Status.CREATED)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(LuteceJson.acknowledge("received", List.of(), List.of()).toString())
        .build();
  }

  @GET
  @Path("/demand/list")
  public Response list(
      @QueryParam("customerId") String customer,
      @QueryParam("idDemandType") String type,
      @QueryParam("notificationType") String channel,
      @QueryParam("directionDateOrderBy") String direction,
      @QueryParam("index") @DefaultValue("1") int index,
      @QueryParam("limitResult") @DefaultValue("0") int limit) {
    return found(wanted(needed(customer), type, null, channel, direction, index, limit), index);
  }

  /** {@code listStatus}: numbers with commas between them. */
  @GET
  @Path("/demand/status")
  public Response ofStatus(
      @QueryParam("customerId") String customer,
      @QueryParam("listStatus") String statuses,
      @QueryParam("index") @DefaultValue("1") int index,
      @QueryParam("limitResult") @DefaultValue("0") int limit) {
    return found(
        wanted(needed(customer), null, statuses(statuses), null, null, index, limit), index);
  }

  @GET
  @Path("/notification/list")
  public Response told(
      @QueryParam("customerId") String customer,
      @QueryParam("idDemandType") String type,
      @QueryParam("idDemand") String demand) {
    return answer(
        LuteceJson.notifications(
            histories.told(
                reader.get(),
                needed(customer),
                needed("idDemandType", type),
                needed("idDemand", demand))));
  }

  @DELETE
  @Path("/demand/{customerId}")
  public Response forget(@PathParam("customerId") String customer) {
    return answer(
        Json.createObjectBuilder()
            .add("status", "ok")
            .add("number_deleted", histories.forget(reader.get(), customer)));
  }

  private Response found(Histories.Wanted wanted, int index) {
    return answer(LuteceJson.demands(histories.list(reader.get(), wanted), index));
  }

  private static Histories.Wanted wanted(
      String customer,
      String type,
      Set<Integer> statuses,
      String channel,
      String direction,
      int index,
      int limit) {
    int size = limit < 1 ? USUAL : Math.min(limit, MOST);
    return new Histories.Wanted(
        customer,
        type,
        statuses,
        channel(channel),
        "ASC".equalsIgnoreCase(direction),
        (int) Math.min(Integer.MAX_VALUE, Math.max(0L, index - 1L) * size),
        size);
  }

  private static Telling.Channel channel(String wished) {
    if (wished == null || wished.isBlank()) {
      return null;
    }
    return switch (wished.toUpperCase(Locale.ROOT)) {
      case "BACKOFFICE" -> Telling.Channel.BACKOFFICE;
      case "CUSTOMER_EMAIL", "EMAIL" -> Telling.Channel.EMAIL;
      case "SMS" -> Telling.Channel.SMS;
      case "MYDASHBOARD", "DASHBOARD" -> Telling.Channel.DASHBOARD;
      case "BROADCAST_EMAIL", "BROADCAST" -> Telling.Channel.BROADCAST;
      default ->
          throw new InvalidFields(
              "notificationType",
              "field.not-one-of",
              "BACKOFFICE, CUSTOMER_EMAIL, SMS, MYDASHBOARD, BROADCAST_EMAIL");
    };
  }

  private static Set<Integer> statuses(String list) {
    if (list == null || list.isBlank()) {
      return null;
    }
    if (!list.matches("-?[0-9]{1,9}(,-?[0-9]{1,9})*")) {
      throw new InvalidFields("listStatus", "field.not-number");
    }
    return Arrays.stream(list.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
  }

  private static String needed(String customer) {
    return needed("customerId", customer);
  }

  private static String needed(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidFields(name, "field.required");
    }
    return value.strip();
  }

  private static String warning(Histories.Doubt doubt) {
    return switch (doubt) {
      case NO_DEMAND_ID -> "demand id is missing";
      case NO_TYPE_ID -> "demand type_id is missing";
      case UNKNOWN_CUSTOMER -> "customer is unknown";
    };
  }

  private static Response answer(JsonObjectBuilder body) {
    return Response.ok(body.build().toString(), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
