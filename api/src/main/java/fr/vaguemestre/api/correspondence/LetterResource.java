package fr.vaguemestre.api.correspondence;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.NoteLine;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.journal.JournalLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;

/** One letter, read. */
@RequestScoped
@Path("/v1/correspondence/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class LetterResource {
  @Inject CurrentReader reader;
  @Inject Correspondences correspondences;
  @Inject Notes notes;

  /**
   * A line of the history: who, in place of whom, what, from which state to which. {@code facts}
   * are codes, {@code words} what people wrote.
   */
  public record HistoryItem(
      long id,
      Instant at,
      String actor,
      String inPlaceOf,
      String action,
      String before,
      String after,
      String facts,
      String words) {
    static HistoryItem of(JournalLine l) {
      return new HistoryItem(
          l.id(),
          l.at(),
          l.actor(),
          l.inPlaceOf(),
          l.action(),
          l.before(),
          l.after(),
          l.facts(),
          l.words());
    }
  }

  /** A note; {@code unit} is the label of the only unit that reads it, null for all viewers. */
  public record NoteItem(
      long id, Instant at, String author, String body, String unit, String inPlaceOf) {
    static NoteItem of(NoteLine n) {
      return new NoteItem(n.id(), n.at(), n.author(), n.body(), n.unit(), n.inPlaceOf());
    }
  }

  @GET
  public Response letter(@PathParam("id") String id) {
    var letter = correspondences.view(reader.get(), Ids.of(id));
    return Response.ok(LetterResponse.of(letter))
        .tag(new EntityTag(Long.toString(letter.version())))
        .build();
  }

  @GET
  @Path("/documents")
  public Page<LetterResponse.DocumentItem> documents(@PathParam("id") String id) {
    return Page.whole(
        LetterResponse.of(correspondences.view(reader.get(), Ids.of(id))).documents());
  }

  /** Oldest first. */
  @GET
  @Path("/history")
  public Page<HistoryItem> history(@PathParam("id") String id) {
    return Page.whole(
        correspondences.history(reader.get(), Ids.of(id)).stream().map(HistoryItem::of).toList());
  }

  /** Oldest first. */
  @GET
  @Path("/notes")
  public Page<NoteItem> notes(@PathParam("id") String id) {
    return Page.whole(notes.of(reader.get(), Ids.of(id)).stream().map(NoteItem::of).toList());
  }
}
