package fr.vaguemestre.api.evidence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Download;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.evidence.JournalEvidence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The letter's whole journal as a zip: signed JSON, the same on paper, the key (CIR8). Taking it
 * out is told in the journal: a POST.
 */
@RequestScoped
@Path("/v1/correspondence/{id}/evidence")
public class EvidenceResource {
  @Inject CurrentReader reader;
  @Inject JournalEvidence evidence;

  @POST
  public Response export(@PathParam("id") String id) {
    var bundle = evidence.export(reader.get(), Ids.of(id));
    return Response.ok(bundle.zip(), "application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(bundle.name()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
