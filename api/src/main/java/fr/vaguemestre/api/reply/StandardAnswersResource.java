package fr.vaguemestre.api.reply;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.reply.Replies;
import fr.vaguemestre.template.AnswerKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The standard answers that suit a letter. */
@RequestScoped
@Path("/v1/correspondence/{id}/standard-answers")
@Produces(MediaType.APPLICATION_JSON)
public class StandardAnswersResource {
  @Inject CurrentReader reader;
  @Inject Replies replies;

  /** {@code unit} is a code, null for the whole town; {@code text} has its fields filled in. */
  public record Answer(String title, String unit, String text) {}

  /**
   * @param words all are in the title, the keywords or the text; accents and case do not count
   * @param kind {@code ANSWER}, for a draft, unless {@code NOTE}, for a note or a question
   */
  @GET
  public Page<Answer> found(
      @PathParam("id") String id,
      @QueryParam("q") String words,
      @QueryParam("kind") @DefaultValue("ANSWER") AnswerKind kind) {
    return Page.whole(
        replies.answers(reader.get(), Ids.of(id), kind, words).stream()
            .map(a -> new Answer(a.title(), a.unit(), a.body()))
            .toList());
  }
}
