package fr.vaguemestre.api.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.signing.SignatureKind;
import fr.vaguemestre.signing.SignatureRecords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** The proofs of the signatures on a letter's reply. */
@RequestScoped
@Path("/v1/correspondence/{id}/proofs")
@Produces(MediaType.APPLICATION_JSON)
public class ProofsResource {
  @Inject CurrentReader reader;
  @Inject SignatureRecords signatures;

  /** One signature: of which version, the SHA-256 of the PDF seen, the griffe, the PDF signed. */
  public record Proof(
      SignatureKind kind,
      String signer,
      String jobTitle,
      Instant signedAt,
      String address,
      String userAgent,
      int version,
      String seenSha256,
      String griffeSha256,
      String signedSha256,
      String inPlaceOf) {}

  @GET
  public Page<Proof> proofs(@PathParam("id") String id) {
    return Page.whole(
        signatures.of(reader.get(), Ids.of(id)).stream()
            .map(
                p ->
                    new Proof(
                        p.kind(),
                        p.signer(),
                        p.jobTitle(),
                        p.signedAt(),
                        p.address(),
                        p.userAgent(),
                        p.version(),
                        p.seenSha256(),
                        p.griffeSha256(),
                        p.signedSha256(),
                        p.inPlaceOf()))
            .toList());
  }
}
