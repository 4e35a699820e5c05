package fr.vaguemestre.api.copy;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.copy.Copies;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.WorkFolder;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.UUID;

/** Copies that say on every page what they are of (CAP8), made when asked for and not kept. */
@RequestScoped
@Path("/v1/correspondence/{id}/copies/{document}")
public class CopiesResource {
  private static final String PDF = "application/pdf";

  @Inject CurrentReader reader;
  @Inject Copies copies;
  @Context Request request;

  @GET
  public Response copy(@PathParam("id") String id, @PathParam("document") String document)
      throws IOException {
    var copy = copies.of(reader.get(), Ids.of(id), Ids.of(document));
    var tag = tag(copy);
    var unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    try (var folder = WorkFolder.create("copy")) {
      // Open, it can still be read once its folder is gone.
      var bytes = Files.newInputStream(copies.make(reader.get(), copy, folder.path()));
      return Response.ok(bytes, PDF)
          .tag(tag)
          .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(copy.name()))
          .build();
    } catch (NoSuchFileException e) {
      throw Refusal.notFound();
    }
  }

  /** Another day, state or wording makes another copy. */
  private static EntityTag tag(Copies.Copy copy) {
    var version = (copy.sha256() + copy.words()).getBytes(StandardCharsets.UTF_8);
    return new EntityTag(UUID.nameUUIDFromBytes(version).toString());
  }
}
