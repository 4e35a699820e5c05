package fr.vaguemestre.api.platform;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Kept bytes on their way out, as they came in. */
@ApplicationScoped
public class Download {
  @Inject ContentStore store;

  /**
   * The bytes to be saved, never shown: a document from outside may hold anything. The ETag is
   * their SHA-256; parts can be asked for (Range).
   *
   * @param sha256 null when there is nothing (yet): 404
   */
  public Response of(Request request, int tenant, String name, String mediaType, String sha256) {
    if (sha256 == null) {
      throw Refusal.notFound();
    }
    var tag = new EntityTag(sha256);
    var unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.build();
    }
    try {
      return Response.ok(store.file(tenant, sha256).toFile(), mediaType)
          .tag(tag)
          .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 6266: a plain name for old readers, the whole one encoded (RFC 8187). */
  public static String disposition(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^A-Za-z0-9 ._()-]", "_");
    var whole =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
  }
}
