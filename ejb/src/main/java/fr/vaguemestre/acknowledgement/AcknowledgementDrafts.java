package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.dispatch.PostalAddress;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The words of acknowledgements before they leave, with what they lack. */
@Stateless
public class AcknowledgementDrafts {
  private static final int LONGEST = 20_000;

  @Inject CorrespondenceActions actions;
  @Inject LegalRequests requests;
  @Inject Answering answering;
  @Inject Wordings wordings;
  @Inject Delays delays;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * What an agent is about to say.
   *
   * @param words their own, blank for the usual text
   * @param pieces asked for, with the calendar days given to supply them
   * @param to where the request is sent on, on the day {@code on}, null for today
   */
  public record Wish(
      Way way, String words, List<String> pieces, Integer within, String to, LocalDate on) {}

  /**
   * What would leave for a letter this reader sees; nothing is kept.
   *
   * @throws Refusal on the field of the wish that is missing
   */
  public Draft preview(Reader reader, long id, AcknowledgementKind kind, Wish wish) {
    var letter = actions.visible(reader, id);
    var facts = requests.facts(letter);
    var today = tenants.current().today(clock);
    return draft(
        letter,
        switch (kind) {
          case PIECES -> facts.asked(wish.pieces(), today, wish.within());
          case TRANSFER -> facts.transferred(wish.on() == null ? today : wish.on(), wish.to());
          case AEE, ARE, ATTESTATION -> facts;
        },
        kind,
        wish.way(),
        wish.words());
  }

  /**
   * What leaves, from the text in force when the letter arrived unless {@code words} are not null;
   * the caller has passed the door.
   */
  public Draft of(Correspondence letter, AcknowledgementKind kind, Way way, String words) {
    return draft(letter, requests.facts(letter), kind, way, words);
  }

  /** The same of facts whose acknowledgement is not given yet, such as pieces asked for now. */
  public Draft draft(
      Correspondence letter, LegalFacts facts, AcknowledgementKind kind, Way way, String words) {
    var town = tenants.current();
    if (words != null && words.strip().length() > LONGEST) {
      throw Refusal.field("text", "acknowledgement.too-long", LONGEST);
    }
    boolean paper = way == Way.POST;
    if (way == Way.EMAIL) {
      refuseNowhereFrom(letter, town);
    }
    var mentions =
        new MentionWriter(town, facts, delays.clock(null, null).answer(facts.question()))
            .of(kind, letter, paper);
    var text =
        words != null && !words.isBlank()
            ? words.strip()
            : mentions.in(
                wordings.of(kind, paper, letter.unit().id(), facts.received()),
                Map.of(
                    "numero", letter.chrono(),
                    "objet", Invisible.oneLine(letter.subject()),
                    "collectivite", town.name()));
    return new Draft(kind, way, recipient(letter, way), text, mentions.missing(text));
  }

  private String recipient(Correspondence letter, Way way) {
    if (way == Way.POST) {
      var sender = letter.sender();
      return sender == null
          ? null
          : PostalAddress.of(sender).map(to -> String.join("\n", to.lines())).orElse(null);
    }
    return answering.address(letter).orElse(null);
  }

  /** A mail comes from somewhere: the unit's address, else the town's. */
  private static void refuseNowhereFrom(Correspondence letter, Tenant town) {
    if (letter.unit().email() == null && town.email() == null) {
      throw Refusal.field("means", "acknowledgement.from-missing", letter.unit().label());
    }
  }
}
