package fr.vaguemestre.api.submission;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.api.access.OpenToMachines;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.FieldsReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.LargeJson;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.api.platform.RequestRefused;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.qualification.DocumentTypeLine;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.submission.Additions;
import fr.vaguemestre.submission.Answer;
import fr.vaguemestre.submission.Paper;
import fr.vaguemestre.submission.Papers;
import fr.vaguemestre.submission.Received;
import fr.vaguemestre.submission.Submissions;
import fr.vaguemestre.submission.Tracking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Submissions of people, brought by portals (SVE, API1): machine accounts alone. */
@RequestScoped
@OpenToMachines
@Path("/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionsResource {
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;

  @Inject CurrentReader reader;
  @Inject Submissions submissions;
  @Inject Additions additions;
  @Inject Tracking tracking;
  @Inject Papers papers;
  @Inject Download download;
  @Inject Typology typology;

  /**
   * A type this account may send; {@code blockingPieces} are what such a request cannot do without.
   */
  public record OpenType(
      String code, String label, String domain, String family, List<String> blockingPieces) {}

  /** The AEE as it was given, to be shown to the sender. */
  public record Given(AcknowledgementKind kind, String number, String text) {}

  /** The answer to a submission, the same when it is repeated. */
  public record SubmissionReceipt(
      long id,
      String chrono,
      Instant receivedAt,
      Given acknowledgement,
      String trackingCode,
      Map<String, String> links) {}

  @GET
  @Path("/types")
  public Page<OpenType> types() {
    var open = new HashSet<>(submissions.types(reader.get()));
    return Page.whole(
        typology.types().stream().filter(t -> open.contains(t.code())).map(this::type).toList());
  }

  /**
   * @param key what the caller calls this request; the same key again brings no second letter
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response submit(Fields submission, @HeaderParam(KEY) String key) {
    return receive(submission, List.of(), key);
  }

  /** Parts {@code submission} (JSON) and {@code file}, as many as there are attachments. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response submit(List<EntityPart> parts, @HeaderParam(KEY) String key) throws IOException {
    var submission =
        parts.stream()
            .filter(p -> "submission".equals(p.getName()))
            .findFirst()
            .orElseThrow(() -> new InvalidFields("submission", "request.submission-missing"));
    return receive(FieldsReader.read(submission.getContent()), files(parts), key);
  }

  @GET
  @Path("/{id}")
  public SubmissionState status(@PathParam("id") String id) {
    return SubmissionState.of(tracking.status(reader.get(), Ids.of(id)));
  }

  @GET
  @Path("/by-code/{code}")
  public SubmissionState byCode(@PathParam("code") String code) {
    return SubmissionState.of(tracking.byCode(reader.get(), code));
  }

  /** What was sent with it and added, in the order of arrival. */
  @GET
  @Path("/{id}/documents")
  public Page<PaperItem> documents(@PathParam("id") String id) {
    long submission = Ids.of(id);
    return Page.whole(
        papers.sent(reader.get(), submission).stream()
            .map(paper -> PaperItem.of(submission, paper))
            .toList());
  }

  @GET
  @Path("/{id}/documents/{document}")
  @Produces(MediaType.WILDCARD)
  public Response document(
      @PathParam("id") String id,
      @PathParam("document") String document,
      @Context Request request) {
    return bytes(request, papers.sent(reader.get(), Ids.of(id), Ids.of(document)));
  }

  /** The reply that was sent; 404 before. */
  @GET
  @Path("/{id}/reply")
  public PaperItem.SentReply reply(@PathParam("id") String id) {
    return PaperItem.of(Ids.of(id), answer(id));
  }

  @GET
  @Path("/{id}/reply/document")
  @Produces(MediaType.WILDCARD)
  public Response replied(@PathParam("id") String id, @Context Request request) {
    var document = answer(id).document();
    if (document == null) {
      throw Refusal.notFound();
    }
    return bytes(request, document);
  }

  @POST
  @Path("/{id}/messages")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response message(
      @PathParam("id") String id, Fields message, @HeaderParam(KEY) String key) {
    var text = message.requiredText("text");
    message.check();
    return added(additions.message(reader.get(), Ids.of(id), text, checked(key)));
  }

  /** Parts {@code file}, and {@code text} for words about them. */
  @POST
  @Path("/{id}/pieces")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response pieces(
      @PathParam("id") String id, List<EntityPart> parts, @HeaderParam(KEY) String key)
      throws IOException {
    return added(
        additions.pieces(
            reader.get(), Ids.of(id), PartText.of(parts, "text"), files(parts), checked(key)));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response withdraw(
      @PathParam("id") String id, Fields withdrawal, @HeaderParam(KEY) String key) {
    var reason = withdrawal.text("reason");
    withdrawal.check();
    return added(additions.withdraw(reader.get(), Ids.of(id), reason, checked(key)));
  }

  private Answer answer(String id) {
    return papers
        .answer(reader.get(), Ids.of(id))
        .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "submission.not-answered"));
  }

  private Response bytes(Request request, Paper paper) {
    return download.of(
        request, reader.get().tenant(), paper.name(), paper.mediaType(), paper.sha256());
  }

  private Response receive(Fields submission, List<GivenFile> files, String key) {
    var wish = SubmissionFields.read(submission);
    return created(submissions.receive(reader.get(), wish, files, checked(key)));
  }

  private static Response created(Received received) {
    var given = received.acknowledgement();
    var links = SubmissionState.links(received.id());
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, links.get("self"))
        .entity(
            new SubmissionReceipt(
                received.id(),
                received.chrono(),
                received.receivedAt(),
                new Given(given.kind(), given.number(), given.text()),
                received.trackingCode(),
                links))
        .build();
  }

  private static Response added(Additions.Added added) {
    return Response.status(Response.Status.CREATED)
        .entity(new SubmissionState.Receipt(added.id(), added.kind(), added.receivedAt()))
        .build();
  }

  private OpenType type(DocumentTypeLine type) {
    var pieces = type.blockingPieces();
    return new OpenType(
        type.code(),
        type.label(),
        type.domain(),
        type.family(),
        pieces == null ? List.of() : pieces.lines().filter(l -> !l.isBlank()).toList());
  }

  /**
   * @throws RequestRefused 413 when there are more than may come at once
   */
  private static List<GivenFile> files(List<EntityPart> parts) {
    var files = parts.stream().filter(p -> "file".equals(p.getName())).toList();
    if (files.size() > LargeJson.MOST_FILES) {
      throw new RequestRefused(413, "request.too-many-files");
    }
    return files.stream()
        .map(p -> new GivenFile(p.getFileName().orElse(""), p.getContent()))
        .toList();
  }

  private static String checked(String key) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new InvalidFields(KEY, "request.idempotency-key", LONGEST_KEY);
    }
    return key;
  }
}
