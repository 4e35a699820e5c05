package fr.vaguemestre.api.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.signing.Batch;
import fr.vaguemestre.signing.BatchLine;
import fr.vaguemestre.signing.BatchSignature.Status;
import fr.vaguemestre.signing.Origin;
import fr.vaguemestre.signing.SeenLetter;
import fr.vaguemestre.signing.SigningBatches;
import fr.vaguemestre.signing.Signings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Letters signed at once: asked for with the password, signed in the background. */
@RequestScoped
@Path("/v1/signing-batches")
@Produces(MediaType.APPLICATION_JSON)
public class SigningBatchesResource {
  @Inject CurrentReader reader;
  @Inject Signings signings;
  @Inject SigningBatches batches;
  @Inject HttpServletRequest request;
  @Context HttpHeaders headers;

  /** The letters in the order given; {@code signed} of them are. */
  public record SigningBatch(
      long id, Instant askedAt, int total, long signed, boolean over, List<SigningItem> items) {}

  /**
   * One letter; {@code placement} says where the griffe went, {@code code} and {@code detail} why
   * it was refused.
   */
  public record SigningItem(
      long id, String chrono, Status status, String placement, String code, String detail) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(Fields fields) {
    var given = fields == null ? Fields.none() : fields;
    var password = given.requiredText("password");
    var letters =
        given.objects("items").stream()
            .map(
                item ->
                    new SeenLetter(
                        number(item.number("id")),
                        number(item.number("version")),
                        item.requiredText("seenSha256")))
            .toList();
    given.check();
    var caller = reader.get();
    var origin = new Origin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    long batch = signings.signMany(caller, letters, password.toCharArray(), origin);
    return Response.accepted(answer(batches.of(caller, batch)))
        .location(URI.create(Hrefs.to("signing-batches", batch)))
        .build();
  }

  @GET
  @Path("/{id}")
  public SigningBatch one(@PathParam("id") String id) {
    return answer(batches.of(reader.get(), Ids.of(id)));
  }

  private SigningBatch answer(Batch batch) {
    return new SigningBatch(
        batch.id(),
        batch.askedAt(),
        batch.lines().size(),
        batch.count(Status.SIGNED),
        batch.over(),
        batch.lines().stream().map(this::item).toList());
  }

  private SigningItem item(BatchLine line) {
    var why = line.refusal();
    return new SigningItem(
        line.id(),
        line.chrono(),
        line.status(),
        line.placement(),
        why == null ? null : why.key(),
        why == null ? null : Problems.words(headers, why));
  }

  /** A letter without a number is no letter, one without a version is stale. */
  private static long number(Long given) {
    return Objects.requireNonNullElse(given, -1L);
  }
}
