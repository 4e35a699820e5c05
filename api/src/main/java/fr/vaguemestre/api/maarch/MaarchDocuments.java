package fr.vaguemestre.api.maarch;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.acknowledgement.Acknowledgements;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.Correspondences.StoredPiece;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.maarch.Deposits;
import fr.vaguemestre.maarch.MaarchLetters;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** The files, notes and people of a letter. */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchDocuments {
  @Inject CurrentReader reader;
  @Inject MaarchLetters letters;
  @Inject Deposits deposits;
  @Inject Notes notes;
  @Inject Acknowledgements acknowledgements;
  @Inject Tenants tenants;
  @Inject EncodedContent encoded;
  @Inject Download download;
  @Context Request request;

  @GET
  @Path("/resources/{id}/content")
  @Produces(MediaType.WILDCARD)
  public Response content(@PathParam("id") String id, @QueryParam("mode") String mode) {
    return content(letters.piece(reader.get(), Ids.of(id), null), mode);
  }

  @GET
  @Path("/attachments/{id}/content")
  @Produces(MediaType.WILDCARD)
  public Response attachment(@PathParam("id") String id, @QueryParam("mode") String mode) {
    return content(letters.piece(reader.get(), null, Ids.of(id)), mode);
  }

  @GET
  @Path("/resources/{id}/thumbnail")
  @Produces(MediaType.WILDCARD)
  public Response thumbnail(@PathParam("id") String id) {
    var piece = letters.piece(reader.get(), Ids.of(id), null);
    return download.of(
        request, reader.get().tenant(), "maarch-thumbnail.png", "image/png", piece.thumbnail());
  }

  @GET
  @Path("/resources/{id}/attachments")
  public Response attachments(@PathParam("id") String id) {
    long letter = Ids.of(id);
    var zone = tenants.current().zone();
    var list = Json.createArrayBuilder();
    letters.pieces(reader.get(), letter).stream()
        .filter(p -> !p.main())
        .forEach(
            p ->
                list.add(
                    Json.createObjectBuilder()
                        .add("resId", p.id())
                        .add("resIdMaster", letter)
                        .add("title", p.name())
                        .add("type", "simple_attachment")
                        .add("status", "A_TRA")
                        .add("filesize", p.size())
                        .add("creationDate", MaarchJson.moment(p.addedAt(), zone))));
    return MaarchJson.answer(Json.createObjectBuilder().add("attachments", list));
  }

  @GET
  @Path("/attachments/{id}")
  public Response attachment(@PathParam("id") String id) {
    var piece = letters.piece(reader.get(), null, Ids.of(id));
    return MaarchJson.answer(
        Json.createObjectBuilder()
            .add("resId", piece.document())
            .add("title", piece.name())
            .add("mimeType", piece.mediaType()));
  }

  /** Machine accounts alone, on letters they brought. */
  @POST
  @Path("/attachments")
  public Response attach(InputStream body) throws IOException {
    try (var json = LargeJson.read(body)) {
      var said = MaarchBody.of(json.fields());
      var letter = said.number("resIdMaster");
      if (letter == null) {
        throw MaarchError.body("resIdMaster is empty or not an integer");
      }
      var format = MaarchFile.format(said);
      var title = said.text("title") == null ? "piece" : said.text("title");
      var file = new GivenFile(title + "." + format, MaarchFile.bytes(json, said));
      long id = MaarchFile.known(format, () -> deposits.attach(reader.get(), letter, file, format));
      return MaarchJson.answer(Json.createObjectBuilder().add("id", id));
    }
  }

  @GET
  @Path("/resources/{id}/notes")
  public Response notes(@PathParam("id") String id) {
    var zone = tenants.current().zone();
    var list = Json.createArrayBuilder();
    letters
        .notes(reader.get(), Ids.of(id))
        .forEach(
            n ->
                list.add(
                    Json.createObjectBuilder()
                        .add("id", n.id())
                        .add("value", n.text())
                        .add("creationDate", MaarchJson.moment(n.at(), zone))
                        .add("owner", n.author())));
    return MaarchJson.answer(list);
  }

  @POST
  @Path("/notes")
  public Response note(Fields fields) {
    var said = MaarchBody.of(fields);
    var letter = said.number("resId");
    var text = said.text("value");
    if (letter == null || text == null) {
      throw MaarchError.body((letter == null ? "resId" : "value") + " is empty");
    }
    long id =
        reader.get().machine()
            ? deposits.note(reader.get(), letter, text)
            : written(reader.get(), letter, text);
    return MaarchJson.answer(Json.createObjectBuilder().add("noteId", id));
  }

  @GET
  @Path("/resources/{id}/acknowledgementReceipts")
  public Response receipts(@PathParam("id") String id) {
    var letter = letters.one(reader.get(), Ids.of(id));
    var zone = tenants.current().zone();
    var list = Json.createArrayBuilder();
    acknowledgements
        .given(letter.id())
        .forEach(
            a ->
                list.add(
                    Json.createObjectBuilder()
                        .add("resId", letter.id())
                        .add("type", a.kind().name())
                        .add("format", "txt")
                        .add("number", a.number())
                        .add("creationDate", MaarchJson.moment(a.madeAt(), zone))));
    return MaarchJson.answer(list);
  }

  /** What a letter has none of here, or does not tell by this way. */
  @GET
  @Path("/resources/{id}/{what:emails|linkedResources|visaCircuit|listInstance}")
  public Response none(@PathParam("id") String id, @PathParam("what") String what) {
    letters.one(reader.get(), Ids.of(id));
    return Response.ok(JsonArray.EMPTY_JSON_ARRAY.toString(), MediaType.APPLICATION_JSON_TYPE)
        .build();
  }

  private long written(Reader agent, long letter, String text) {
    notes.write(agent, letter, letters.version(agent, letter), text, null);
    return letters.notes(agent, letter).getLast().id();
  }

  private Response content(StoredPiece piece, String mode) {
    int tenant = reader.get().tenant();
    return "base64".equals(mode)
        ? encoded.of(tenant, piece)
        : download.of(request, tenant, piece.name(), piece.mediaType(), piece.sha256());
  }
}
