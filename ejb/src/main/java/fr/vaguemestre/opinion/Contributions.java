package fr.vaguemestre.opinion;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asking for contributions, of one or of several (CIR4), and giving them. */
@Stateless
public class Contributions {
  /** The most that can be asked at once. */
  public static final int MOST = 20;

  private static final int LONGEST = 8000;

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject AskedContributions asked;
  @Inject Organisation organisation;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * Asks all of them, or the first of them when they follow each other. Whoever is to answer sees
   * the letter from their turn on (O6).
   *
   * @throws Refusal on {@code to} when there is nobody, too many, or one twice; on {@code agent},
   *     {@code unit}, {@code dueOn}
   */
  public void request(
      Reader reader, long letter, long seenVersion, @Valid ContributionRequest wish) {
    var whom = wish.of().stream().map(this::addressee).toList();
    check(whom);
    if (wish.dueOn() != null && wish.dueOn().isBefore(tenants.current().today(clock))) {
      throw Refusal.field("dueOn", "opinion.due-past");
    }
    Invisible.refuse("question", wish.question());
    Invisible.refuse("reason", wish.reason());
    var acting = actions.acting(reader, letter, Action.REQUEST_CONTRIBUTION);
    int round = 1 + asked.all(letter).stream().mapToInt(Contribution::round).max().orElse(0);
    var now = clock.instant();
    var contributions =
        IntStream.range(0, whom.size())
            .mapToObj(i -> new Contribution(letter, acting, whom.get(i), round, i, wish, now))
            .toList();
    var found =
        actions.begin(
            acting,
            letter,
            seenVersion,
            Action.REQUEST_CONTRIBUTION,
            Map.of("of", asked.codes(contributions), "sequential", wish.sequential()),
            wish.words());
    for (var contribution : contributions) {
      em.persist(contribution);
      if (contribution.shows()) {
        found.join(contribution.participant());
      }
    }
  }

  /** Answers every contribution awaited from this reader on this letter; the next in turn begin. */
  public void give(Reader reader, long letter, long seenVersion, String text) {
    if (blank(text)) {
      throw Refusal.field("answer", "opinion.empty");
    }
    if (text.length() > LONGEST) {
      throw Refusal.field("answer", "opinion.too-long", LONGEST);
    }
    Invisible.refuse("answer", text);
    var acting = actions.acting(reader, letter, Action.CONTRIBUTE);
    var mine = asked.awaitedFrom(acting, letter);
    var next = mine.stream().flatMap(given -> asked.after(letter, given).stream()).toList();
    var facts = new HashMap<String, String>();
    facts.put("for", asked.askers(mine));
    facts.put("next", next.isEmpty() ? null : asked.codes(next));
    var found = actions.begin(acting, letter, seenVersion, Action.CONTRIBUTE, facts, text.strip());
    mine.forEach(contribution -> contribution.give(acting, text.strip(), clock.instant()));
    for (var contribution : next) {
      contribution.begin();
      found.join(contribution.participant());
    }
  }

  private static void check(List<Addressee> whom) {
    if (whom.isEmpty()) {
      throw Refusal.field("to", "opinion.nobody-asked");
    }
    if (whom.size() > MOST) {
      throw Refusal.field("to", "opinion.too-many", MOST);
    }
    if (whom.stream().distinct().count() < whom.size()) {
      throw Refusal.field("to", "opinion.asked-twice");
    }
  }

  private Addressee addressee(ContributionRequest.Of of) {
    if (blank(of.agent()) == blank(of.unit())) {
      throw Refusal.field("agent", "routing.unit-or-agent");
    }
    return blank(of.agent())
        ? new Addressee(null, unit(of.unit()).id())
        : new Addressee(agent(of.agent()).id(), null);
  }

  private Unit unit(String code) {
    return organisation
        .unit(code)
        .filter(Unit::open)
        .orElseThrow(() -> Refusal.field("unit", "organisation.unknown-unit", code));
  }

  private Agent agent(String login) {
    return Optional.of(login)
        .flatMap(organisation::agent)
        .filter(Agent::active)
        .orElseThrow(() -> Refusal.field("agent", "organisation.unknown-agent", login));
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
