package fr.vaguemestre.api.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.correspondence.LetterResponse;
import fr.vaguemestre.api.platform.FieldsReader;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.correspondence.Registered;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Bringing a letter: what it is, and its files. */
@RequestScoped
@Path("/v1/correspondence")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
  private static final int LONGEST_KEY = 200;
  @Inject CurrentReader reader;
  @Inject Captures captures;

  /** The answer to a registration, the same when it is repeated. */
  public record Receipt(
      long id, String chrono, String state, LocalDate deadline, Map<String, String> links) {}

  /**
   * Parts {@code metadata} (JSON) and {@code file}, as many as there are files, the letter itself
   * first. Parts of other names are ignored.
   *
   * @param key what the caller calls this request; the same key again brings no second letter
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response register(List<EntityPart> parts, @HeaderParam("Idempotency-Key") String key)
      throws IOException {
    var metadata =
        parts.stream()
            .filter(p -> "metadata".equals(p.getName()))
            .findFirst()
            .orElseThrow(() -> new InvalidFields("metadata", "request.metadata-missing"));
    var wish = Metadata.read(FieldsReader.read(metadata.getContent()));
    var files =
        parts.stream()
            .filter(p -> "file".equals(p.getName()))
            .map(p -> new GivenFile(p.getFileName().orElse(""), p.getContent()))
            .toList();
    return created(captures.register(reader.get(), wish, files, checked(key)));
  }

  private static String checked(String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new InvalidFields("Idempotency-Key", "request.idempotency-key", LONGEST_KEY);
    }
    return key;
  }

  private static Response created(Registered letter) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, Hrefs.letter(letter.id()))
        .entity(
            new Receipt(
                letter.id(),
                letter.chrono(),
                letter.state(),
                letter.deadline(),
                LetterResponse.links(letter.id())))
        .build();
  }
}
