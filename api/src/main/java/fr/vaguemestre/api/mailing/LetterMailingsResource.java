package fr.vaguemestre.api.mailing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.FieldsReader;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.InvalidFields;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.api.platform.Problems;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.mailing.MailingPlan;
import fr.vaguemestre.mailing.MailingRuns;
import fr.vaguemestre.mailing.MailingWish;
import fr.vaguemestre.mailing.Mailings;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.transfer.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One signed reply to many (REP4): checked, then launched as it was checked. Parts {@code mailing}
 * (JSON) and {@code file} (CSV of the recipients, as the screen takes it).
 */
@RequestScoped
@Path("/v1/correspondence/{id}/mailings")
@Produces(MediaType.APPLICATION_JSON)
public class LetterMailingsResource {
  private static final int LARGEST = 2_000_000;
  private static final int MOST = 200;

  @Inject CurrentReader reader;
  @Inject Mailings mailings;
  @Inject MailingRuns runs;
  @Context HttpHeaders headers;

  /**
   * What a mailing would do. {@code columns}: what each of the file's is read as, an empty text
   * when it is not; {@code checked}: to be sent with the launch; {@code problems}: the first 200 of
   * {@code wrong}.
   */
  public record MailingCheck(
      boolean good,
      int recipients,
      String checked,
      Map<String, String> columns,
      int wrong,
      List<WrongLine> problems) {}

  /** Why a line of the file cannot be served; {@code column} null for the whole line. */
  public record WrongLine(long line, String column, String code, String detail) {}

  private record Given(MailingWish wish, String checked) {}

  /** Newest first. */
  @GET
  public Page<MailingItem> all(@PathParam("id") String id) {
    return Page.whole(runs.of(reader.get(), Ids.of(id)).stream().map(MailingItem::of).toList());
  }

  /** Changes nothing. */
  @POST
  @Path("/check")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public MailingCheck check(@PathParam("id") String id, List<EntityPart> parts) throws IOException {
    return answer(mailings.check(reader.get(), Ids.of(id), given(parts).wish()));
  }

  /** The same parts sent again give the same mailing. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response launch(@PathParam("id") String id, List<EntityPart> parts) throws IOException {
    var given = given(parts);
    if (given.checked() == null || given.checked().isBlank()) {
      throw new InvalidFields("checked", "field.required");
    }
    long mailing = mailings.launch(reader.get(), Ids.of(id), given.wish(), given.checked());
    return Response.accepted(MailingItem.of(runs.progress(reader.get(), mailing)))
        .location(URI.create(Hrefs.to("mailings", mailing)))
        .build();
  }

  private static Given given(List<EntityPart> parts) throws IOException {
    var fields = Fields.none();
    byte[] file = null;
    for (var part : parts) {
      switch (part.getName()) {
        case "mailing" -> fields = FieldsReader.read(part.getContent());
        case "file" -> file = bytes(part);
        default -> {}
      }
    }
    var means = fields.requiredConstant("means", Means.class);
    var wish =
        new MailingWish(
            means,
            fields.flag("sender"),
            fields.number("earlier"),
            file,
            fields.text("subject"),
            fields.text("text"));
    var checked = fields.text("checked");
    fields.check();
    return new Given(wish, checked);
  }

  private static byte[] bytes(EntityPart part) throws IOException {
    var bytes = part.getContent().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw Refusal.field("file", "transfer.too-large");
    }
    return bytes;
  }

  private MailingCheck answer(MailingPlan plan) {
    return new MailingCheck(
        plan.good(),
        plan.recipients().size(),
        plan.seal(),
        plan.columns(),
        plan.problems().size(),
        plan.problems().stream().limit(MOST).map(this::wrong).toList());
  }

  private WrongLine wrong(Problem problem) {
    var why = Refusal.of(Refusal.Kind.INVALID, problem.key(), problem.arguments().toArray());
    return new WrongLine(
        problem.line(), problem.column(), problem.key(), Problems.words(headers, why));
  }
}
