package fr.vaguemestre.api.opinion;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.api.platform.Ids;
import fr.vaguemestre.api.platform.Page;
import fr.vaguemestre.opinion.ContributionLine;
import fr.vaguemestre.opinion.ContributionLines;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;

/** The contributions asked for on a letter. */
@RequestScoped
@Path("/v1/correspondence/{id}/contributions")
@Produces(MediaType.APPLICATION_JSON)
public class ContributionsResource {
  @Inject CurrentReader reader;
  @Inject ContributionLines contributions;

  /**
   * {@code mine}: the caller's answer is awaited; the answer is null until given; {@code round} is
   * common to those asked at once, {@code position} their place in it, from 0.
   */
  public record Item(
      long id,
      String askedBy,
      String askedFor,
      String askedOf,
      Instant askedAt,
      LocalDate dueOn,
      String question,
      String reason,
      int round,
      int position,
      boolean sequential,
      ContributionLine.Status status,
      Instant remindedAt,
      String answer,
      String answeredBy,
      Instant answeredAt,
      boolean mine,
      String inPlaceOf) {
    public static Item of(ContributionLine c) {
      return new Item(
          c.id(),
          c.askedBy(),
          c.askedFor(),
          c.askedOf(),
          c.askedAt(),
          c.dueOn(),
          c.question(),
          c.reason(),
          c.round(),
          c.position(),
          c.sequential(),
          c.status(),
          c.remindedAt(),
          c.answer(),
          c.answeredBy(),
          c.answeredAt(),
          c.mine(),
          c.inPlaceOf());
    }
  }

  @GET
  public Page<Item> all(@PathParam("id") String id) {
    return Page.whole(contributions.of(reader.get(), Ids.of(id)).stream().map(Item::of).toList());
  }
}
