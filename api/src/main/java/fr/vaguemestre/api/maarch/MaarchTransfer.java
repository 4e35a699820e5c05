package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.correspondence.Closings;
import fr.vaguemestre.maarch.Deposits;
import fr.vaguemestre.maarch.MaarchLetters;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** What a tool says of letters it took: its own names of them, and where they stand. */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchTransfer {
  private static final String CLOSED = "END";
  private static final String REASON = "Changé par une application";

  @Inject CurrentReader reader;
  @Inject Deposits deposits;
  @Inject MaarchLetters letters;
  @Inject Closings closings;

  /** Machine accounts alone, of letters they brought; {@code status} is theirs to say no more. */
  @PUT
  @Path("/res/externalInfos")
  public Response externalInfos(Fields fields) {
    var infos = MaarchBody.of(fields).objects("externalInfos");
    if (infos.isEmpty()) {
      throw MaarchError.body("externalInfos is empty or not an array");
    }
    for (var info : infos) {
      var letter = info.number("res_id");
      var external = info.text("external_id");
      if (letter == null || external == null) {
        throw MaarchError.body("externalInfos res_id or external_id is empty");
      }
      deposits.name(reader.get(), letter, "external_id", external);
    }
    return done();
  }

  /** Closes or opens again, as the circuit lets this agent; any other status is left as it is. */
  @PUT
  @Path("/res/resource/status")
  public Response status(Fields fields) {
    var said = MaarchBody.of(fields);
    if (reader.get().machine()) {
      throw Refusal.forbidden();
    }
    var status = said.text("status") == null ? "COU" : said.text("status");
    var reason = said.text("historyMessage") == null ? REASON : said.text("historyMessage");
    for (long id : ids(said)) {
      move(id, status, reason);
    }
    return done();
  }

  private void move(long id, String status, String reason) {
    var caller = reader.get();
    var letter = letters.one(caller, id);
    boolean closing = status.equals(CLOSED);
    boolean closed = letter.status().equals(CLOSED);
    if (closing && !closed) {
      closings.close(caller, id, letters.version(caller, id), reason);
    } else if (closed && !closing) {
      closings.reopen(caller, id, letters.version(caller, id), reason);
    }
  }

  private List<Long> ids(MaarchBody said) {
    var ids = new ArrayList<Long>();
    for (var id : said.texts("resId")) {
      if (!id.matches("[0-9]{1,18}")) {
        throw MaarchError.body("resId is not an array of integers");
      }
      ids.add(Long.valueOf(id));
    }
    var chronos = said.texts("chrono");
    if (!chronos.isEmpty()) {
      ids.addAll(letters.ofChronos(reader.get(), chronos));
    }
    if (ids.isEmpty()) {
      throw MaarchError.body("resId or chrono is empty or not an array");
    }
    return ids;
  }

  private static Response done() {
    return MaarchJson.answer(Json.createObjectBuilder().add("success", "success"));
  }
}
