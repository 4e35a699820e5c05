package fr.vaguemestre.api.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.correspondence.Correspondences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The bytes of a letter's files; the first file unless another is named. */
@RequestScoped
@Path("/v1/correspondence/{id}")
public class ContentResource {
  private static final String PDF = "application/pdf";
  @Inject CurrentReader reader;
  @Inject Correspondences correspondences;
  @Inject Download download;
  @Context Request request;

  /**
   * @param rendition {@code true} for the PDF that can be shown, instead of the original
   */
  @GET
  @Path("/content")
  public Response content(
      @PathParam("id") String id,
      @QueryParam("document") String document,
      @QueryParam("rendition") boolean rendition) {
    var caller = reader.get();
    var piece = piece(caller, id, document);
    if (rendition && !PDF.equals(piece.mediaType())) {
      return download.of(request, caller.tenant(), piece.name() + ".pdf", PDF, piece.rendition());
    }
    return download.of(request, caller.tenant(), piece.name(), piece.mediaType(), piece.sha256());
  }

  /** A JPEG of the first page. */
  @GET
  @Path("/thumbnail")
  public Response thumbnail(@PathParam("id") String id, @QueryParam("document") String document) {
    var caller = reader.get();
    var piece = piece(caller, id, document);
    return download.of(
        request, caller.tenant(), piece.name() + ".jpg", "image/jpeg", piece.thumbnail());
  }

  private Correspondences.StoredPiece piece(Reader caller, String id, String document) {
    return correspondences.piece(caller, Ids.of(id), document == null ? null : Ids.of(document));
  }
}
