package fr.vaguemestre.api.maarch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.maarch.MaarchLetter;
import fr.vaguemestre.maarch.MaarchLetters;
import fr.vaguemestre.maarch.Wanted;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Finding letters, by criteria or by a clause. */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchSearches {
  private static final int USUAL = 500;
  private static final int MOST_WITH_FILES = 20;

  @Inject CurrentReader reader;
  @Inject MaarchLetters letters;
  @Inject EncodedContent encoded;
  @Inject Tenants tenants;

  @POST
  @Path("/search")
  public Response search(
      Fields fields,
      @QueryParam("limit") @DefaultValue("25") int limit,
      @QueryParam("offset") @DefaultValue("0") int offset,
      @QueryParam("order") String order,
      @QueryParam("orderDir") String direction) {
    var said = MaarchBody.of(fields);
    var criteria = said.inner("criterion").map(MaarchBody::new).orElse(said);
    var wished = order == null ? null : order + " " + (direction == null ? "asc" : direction);
    var found = letters.list(reader.get(), wanted(criteria), wished, offset, limit);
    var zone = tenants.current().zone();
    var resources = Json.createArrayBuilder();
    var ids = Json.createArrayBuilder();
    found
        .letters()
        .forEach(
            letter -> {
              resources.add(MaarchJson.line(letter, zone));
              ids.add(letter.id());
            });
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add("resources", resources)
            .add("count", found.count())
            .add("allResources", ids)
            .add("filters", JsonValue.EMPTY_JSON_OBJECT));
  }

  /** {@code withFile} gives 20 letters at most, each with its main file. */
  @POST
  @Path("/res/list")
  public Response list(Fields fields) {
    var said = MaarchBody.of(fields);
    var clause = said.text("clause");
    if (clause == null) {
      throw MaarchError.body("clause is empty or not a string");
    }
    boolean files = said.flag("withFile");
    var limit = said.number("limit");
    int most = files ? MOST_WITH_FILES : USUAL;
    var order = said.texts("orderBy").stream().findFirst().orElse(said.text("orderBy"));
    var caller = reader.get();
    var zone = tenants.current().zone();
    var wanted = columns(said);
    var rows =
        letters
            .list(
                caller,
                Wanted.clause(clause),
                order,
                0,
                limit == null || limit == 0 ? most : Math.clamp(limit, 1, most))
            .letters();
    var pieces = rows.stream().map(letter -> files ? file(caller, letter) : null).toList();
    StreamingOutput body =
        out -> {
          out.write("{\"resources\":[".getBytes(US_ASCII));
          for (int i = 0; i < rows.size(); i++) {
            out.write((i == 0 ? "" : ",").getBytes(US_ASCII));
            var row = only(MaarchJson.row(rows.get(i), zone), wanted).toString();
            write(caller.tenant(), row, pieces.get(i), out);
          }
          out.write("]}".getBytes(US_ASCII));
        };
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private void write(int tenant, String row, String sha256, OutputStream out) throws IOException {
    if (sha256 == null) {
      out.write(row.getBytes(UTF_8));
      return;
    }
    var open = row.substring(0, row.length() - 1);
    out.write((open + (open.length() > 1 ? "," : "")).getBytes(UTF_8));
    out.write("\"fileBase64Content\":\"".getBytes(US_ASCII));
    encoded.write(tenant, sha256, out);
    out.write("\"}".getBytes(US_ASCII));
  }

  private String file(Reader caller, MaarchLetter letter) {
    return letters.piece(caller, letter.id(), null).sha256();
  }

  private static List<String> columns(MaarchBody said) {
    var listed = said.texts("select");
    var text = said.text("select");
    return text == null ? listed : Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  private static JsonObject only(JsonObject row, List<String> columns) {
    if (columns.isEmpty() || columns.contains("*")) {
      return row;
    }
    var kept = Json.createObjectBuilder();
    columns.stream().filter(row::containsKey).forEach(name -> kept.add(name, row.get(name)));
    return kept.build();
  }

  private static Wanted wanted(MaarchBody criteria) {
    var named = new LinkedHashMap<String, List<String>>();
    for (var name : criteria.object().keySet()) {
      var values =
          criteria.inner(name).map(MaarchBody::new).orElseGet(() -> wrapped(criteria, name));
      var text = values.text("values");
      var list = text == null ? values.texts("values") : List.of(text);
      if (!list.isEmpty()) {
        named.put(name, list);
      }
    }
    return Wanted.criteria(named);
  }

  /** A criterion whose value stands alone. */
  private static MaarchBody wrapped(MaarchBody criteria, String name) {
    return new MaarchBody(
        Json.createObjectBuilder().add("values", criteria.object().get(name)).build());
  }
}
