package fr.vaguemestre.api.signing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.approval.ApprovalResource;
import fr.vaguemestre.api.opinion.ContributionsResource;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.approval.Approvals;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.opinion.ContributionLines;
import fr.vaguemestre.reply.Replies;
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
import java.util.List;

/** The proofs of the signatures on a letter's reply. */
@RequestScoped
@Path("/v1/correspondence/{id}/proofs")
@Produces(MediaType.APPLICATION_JSON)
public class ProofsResource {
  @Inject CurrentReader reader;
  @Inject SignatureRecords signatures;
  @Inject Correspondences correspondences;
  @Inject Replies replies;
  @Inject Approvals approvals;
  @Inject ContributionLines contributions;

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
      String inPlaceOf,
      String attachedBy,
      String certificate,
      String certificatePrint) {}

  /**
   * All that proves a reply: the contributions to it, its versions, the steps of its validation,
   * its signatures.
   */
  public record Bundle(
      long id,
      String chrono,
      String subject,
      List<ContributionsResource.Item> contributions,
      List<Seen> versions,
      List<ApprovalResource.Step> steps,
      List<Proof> signatures) {}

  /** A version of the reply and the SHA-256 of the PDF it was judged by. */
  public record Seen(
      int number, String author, Instant createdAt, String pdfSha256, boolean signed) {}

  @GET
  public Page<Proof> proofs(@PathParam("id") String id) {
    return Page.whole(signatures(Ids.of(id)));
  }

  @GET
  @Path("/bundle")
  public Bundle bundle(@PathParam("id") String id) {
    long letter = Ids.of(id);
    var view = correspondences.view(reader.get(), letter);
    return new Bundle(
        letter,
        view.chrono(),
        view.subject(),
        contributions.of(reader.get(), letter).stream()
            .map(ContributionsResource.Item::of)
            .toList(),
        replies.versions(reader.get(), letter).stream()
            .map(v -> new Seen(v.number(), v.author(), v.createdAt(), v.pdfSha256(), v.signed()))
            .toList(),
        approvals.of(reader.get(), letter).stream().map(ApprovalResource.Step::of).toList(),
        signatures(letter));
  }

  private List<Proof> signatures(long letter) {
    return signatures.of(reader.get(), letter).stream()
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
                    p.inPlaceOf(),
                    p.attachedBy(),
                    p.certificate(),
                    p.certificatePrint()))
        .toList();
  }
}
