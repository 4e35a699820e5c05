package fr.vaguemestre.api.transmission;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.transmission.TransmissionLine;
import fr.vaguemestre.transmission.Transmissions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The documents of a letter handed to outside services, in the order of their marks (SEN2). */
@RequestScoped
@Path("/v1/correspondence/{id}/transmissions")
@Produces(MediaType.APPLICATION_JSON)
public class TransmissionsResource {
  @Inject CurrentReader reader;
  @Inject Transmissions transmissions;

  /**
   * {@code number}: the letter's, with its mark; {@code status}: GONE, AWAITED, LATE, UNDELIVERED,
   * SETTLED or RETURNED; {@code returnedBy} and {@code returnComment} also tell of what is settled;
   * the links {@code document} and {@code returned} give the files.
   */
  public record Item(
      long id,
      String number,
      String document,
      String service,
      String motive,
      Means means,
      String recipient,
      String registeredNumber,
      TransmissionLine.Status status,
      String reason,
      String askedBy,
      String inPlaceOf,
      Instant askedAt,
      LocalDate sentOn,
      LocalDate expectedOn,
      LocalDate returnedOn,
      LocalDate settledOn,
      String returnedBy,
      String returnComment,
      Map<String, String> links) {}

  @GET
  public Page<Item> all(@PathParam("id") String id) {
    long letter = Ids.of(id);
    return Page.whole(
        transmissions.of(reader.get(), letter).stream().map(t -> item(letter, t)).toList());
  }

  private static Item item(long letter, TransmissionLine t) {
    var links = new TreeMap<>(Map.of("document", file(letter, t.document())));
    if (t.returnDocument() != null) {
      links.put("returned", file(letter, t.returnDocument()));
    }
    return new Item(
        t.id(),
        t.number(),
        t.documentName(),
        t.service(),
        t.motive(),
        t.means(),
        t.recipient(),
        t.registeredNumber(),
        t.status(),
        t.reason(),
        t.askedBy(),
        t.inPlaceOf(),
        t.askedAt(),
        t.sentOn(),
        t.expectedOn(),
        t.returnedOn(),
        t.settledOn(),
        t.returnedBy(),
        t.returnComment(),
        links);
  }

  private static String file(long letter, long document) {
    return Hrefs.letter(letter, "content") + "?document=" + document;
  }
}
