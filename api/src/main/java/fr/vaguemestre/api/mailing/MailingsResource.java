package fr.vaguemestre.api.mailing;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.mailing.Binder;
import fr.vaguemestre.mailing.MailingRuns;
import fr.vaguemestre.mailing.RecipientLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Mailings as they go: for whoever sees the letter; served again by whoever may send it (REP4). */
@RequestScoped
@Path("/v1/mailings/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class MailingsResource {
  private static final int USUAL = 200;
  private static final int MOST = 5000;

  @Inject CurrentReader reader;
  @Inject MailingRuns runs;
  @Inject ContentStore store;
  @Inject Binder binder;

  /** {@code reason}: a code, or what the mail server said. */
  public record MailingRecipient(String name, String address, String status, String reason) {
    static MailingRecipient of(RecipientLine line) {
      return new MailingRecipient(
          line.name(), line.address(), String.valueOf(line.status()), line.reason());
    }
  }

  @GET
  public MailingItem one(@PathParam("id") String id) {
    return MailingItem.of(runs.progress(reader.get(), Ids.of(id)));
  }

  /** Those that went wrong first, then in the order of the file. */
  @GET
  @Path("/recipients")
  public Page<MailingRecipient> recipients(
      @PathParam("id") String id, @QueryParam("limit") String limit) {
    long mailing = Ids.of(id);
    int most = Math.min(Ids.limit(limit, USUAL), MOST);
    var lines = runs.lines(reader.get(), mailing, most);
    return new Page<>(
        runs.progress(reader.get(), mailing).total(),
        lines.stream().map(MailingRecipient::of).toList(),
        null);
  }

  /** Serves again those who got nothing; with {@code doubtful}, those of whom nobody knows too. */
  @POST
  @Path("/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response resume(@PathParam("id") String id, Fields fields) {
    var given = fields == null ? Fields.none() : fields;
    boolean doubtful = given.flag("doubtful");
    given.check();
    runs.resume(reader.get(), Ids.of(id), doubtful);
    return Response.accepted(one(id)).build();
  }

  /** Every document that is there in one PDF, in the order of the recipients. */
  @GET
  @Path("/print")
  @Produces("application/pdf")
  public Response print(@PathParam("id") String id) throws IOException {
    var caller = reader.get();
    List<java.nio.file.Path> files = new ArrayList<>();
    for (var address : runs.documents(caller, Ids.of(id))) {
      files.add(store.file(caller.tenant(), address));
    }
    if (files.isEmpty()) {
      throw Refusal.notFound();
    }
    StreamingOutput bound = out -> binder.bind(files, out);
    return Response.ok(bound)
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition("publipostage.pdf"))
        .build();
  }
}
