package fr.vaguemestre.api.reply;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.reply.Conversion;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.reply.VersionLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions of the reply to a letter, the last one first. */
@RequestScoped
@Path("/v1/correspondence/{id}/reply")
public class ReplyResource {
  @Inject CurrentReader reader;
  @Inject Replies replies;
  @Inject Download download;
  @Context Request request;

  /**
   * A version; {@code pdfSha256} is what a signer gives as {@code seenSha256}, null until the PDF
   * is made; {@code size} of the document, in bytes.
   */
  public record Version(
      int number,
      String author,
      Instant createdAt,
      String fileName,
      String mediaType,
      long size,
      Conversion conversion,
      String conversionReason,
      String pdfSha256,
      boolean signed,
      Map<String, String> links) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Page<Version> versions(@PathParam("id") String id) {
    long letter = Ids.of(id);
    return Page.whole(
        replies.versions(reader.get(), letter).stream().map(v -> version(letter, v)).toList());
  }

  /** The document as it is edited. */
  @GET
  @Path("/{number}/document")
  public Response document(@PathParam("id") String id, @PathParam("number") String number) {
    return send(replies.document(reader.get(), Ids.of(id), (int) Ids.of(number)));
  }

  /** The signed PDF when it is signed, else the one to be judged. */
  @GET
  @Path("/{number}/pdf")
  public Response pdf(@PathParam("id") String id, @PathParam("number") String number) {
    return send(replies.pdf(reader.get(), Ids.of(id), (int) Ids.of(number)));
  }

  private Response send(Replies.Piece piece) {
    return download.of(
        request, reader.get().tenant(), piece.name(), piece.mediaType(), piece.sha256());
  }

  private static Version version(long letter, VersionLine v) {
    var links = new LinkedHashMap<String, String>();
    links.put("document", Hrefs.letter(letter, "reply", v.number(), "document"));
    if (v.pdfSha256() != null) {
      links.put("pdf", Hrefs.letter(letter, "reply", v.number(), "pdf"));
    }
    return new Version(
        v.number(),
        v.author(),
        v.createdAt(),
        v.fileName(),
        v.mediaType(),
        v.size(),
        v.conversion(),
        v.conversionReason(),
        v.pdfSha256(),
        v.signed(),
        links);
  }
}
