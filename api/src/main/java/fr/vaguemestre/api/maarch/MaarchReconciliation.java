package fr.vaguemestre.api.maarch;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.FieldsReader;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.api.platform.RequestRefused;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.maarch.Reconciliations;
import fr.vaguemestre.signing.Origin;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.stream.Stream;

/** Scans that are found again by a bar code, as Open-Capture for MEM sends them. */
@RequestScoped
@OpenToMachines
@Path("/maarch/rest/reconciliation")
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
@Produces(MediaType.APPLICATION_JSON)
public class MaarchReconciliation {
  private static final int LONGEST = 4096;

  @Inject CurrentReader reader;
  @Inject Reconciliations reconciliations;
  @Inject HttpServletRequest request;

  /** Whether a reply of this {@code chrono} waits for its scan; a form, or JSON. */
  @POST
  @Path("/check")
  public Response check(InputStream body) throws IOException {
    reconciliations.waiting(reader.get(), needed(chrono(body)));
    return MaarchJson.answer(Json.createObjectBuilder().add("result", "OK"));
  }

  /**
   * {@code resId} is the letter's; {@code attachment_type} and {@code status} are always those of a
   * signed reply here.
   */
  @POST
  @Path("/add")
  public Response add(InputStream body) throws IOException {
    try (var json = LargeJson.read(body)) {
      var said = MaarchBody.of(json.fields());
      var chrono = needed(said.text("chrono"));
      if (!(said.object().get("encodedFile") instanceof JsonString file)
          || file.getString().isBlank()) {
        throw badRequest();
      }
      var scan = new GivenFile("signature.pdf", MaarchFile.bytes(json, said));
      var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
      long id =
          MaarchFile.known("pdf", () -> reconciliations.attach(reader.get(), chrono, scan, origin));
      return MaarchJson.answer(Json.createObjectBuilder().add("resId", id));
    }
  }

  private static String chrono(InputStream body) throws IOException {
    var bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new RequestRefused(413, "request.too-large");
    }
    if (new String(bytes, UTF_8).stripLeading().startsWith("{")) {
      return MaarchBody.of(FieldsReader.read(new ByteArrayInputStream(bytes))).text("chrono");
    }
    return Stream.of(new String(bytes, UTF_8).split("&"))
        .filter(pair -> pair.startsWith("chrono="))
        .map(pair -> decoded(pair.substring("chrono=".length())))
        .findFirst()
        .orElse(null);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw badRequest();
    }
  }

  private static String needed(String chrono) {
    if (chrono == null || chrono.isBlank() || chrono.indexOf('\0') >= 0) {
      throw badRequest();
    }
    return chrono.strip();
  }

  private static MaarchError badRequest() {
    return new MaarchError(400, "Bad Request");
  }
}
