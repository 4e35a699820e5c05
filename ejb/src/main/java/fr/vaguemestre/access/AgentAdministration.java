package fr.vaguemestre.access;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Post;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators do to agents (ORG1, O18). An agent is administered from their main post;
 * posts elsewhere are left as they are. Nobody gives a right, or a place where it holds, that they
 * do not have; the functions of those who lead the town are given by who administers all of it.
 * Each change is journalled.
 */
@Stateless
public class AgentAdministration {
  @Inject Organisation organisation;
  @Inject Chart chart;
  @Inject Readers readers;
  @Inject GroupAdministration groups;
  @Inject Credentials credentials;
  @Inject Journal journal;

  /** Creates the agent or changes it. */
  public void saveAgent(Reader reader, @Valid AgentWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_AGENTS);
    begin(reader, "SAVE_AGENT", wish.login());
    var known = organisation.agent(wish.login());
    if (known.filter(Agent::machine).isPresent()) {
      throw Refusal.field("login", "access.login-taken", wish.login());
    }
    known.ifPresent(a -> needHeld(reader, a));
    var places = known.map(AgentAdministration::places).orElse(Set.of());
    var before = known.map(a -> reach(a.id())).orElse(Reach.NONE);
    var seen = known.map(a -> sight(a.id())).orElse(Set.of());
    var agent = chart.saveAgent(wish, seenVersion);
    refuseOutside(reader, places, places(agent));
    groups.join(agent, wish.groups());
    refuseMoreThanOwn(reader, before, reach(agent.id()));
    refuseWiderSight(reader, seen, sight(agent.id()));
    groups.refuseWithoutAdministrator();
  }

  /** An agent as the form opens them, posts and groups included; empty when there is none. */
  public Optional<AgentCard> agent(Reader reader, String login) {
    reader.need(Right.ADMIN_AGENTS);
    var found = organisation.agent(login);
    found.ifPresent(agent -> needHeld(reader, agent));
    return found.map(agent -> card(agent, groups.of(login)));
  }

  /**
   * Gives an agent a random password, to be shown once, and ends their sessions. Nobody gets into
   * the account of someone with more rights this way, nor a part's administrator into that of
   * someone who sees the whole town.
   */
  public String resetPassword(Reader reader, String login) {
    reader.need(Right.ADMIN_AGENTS);
    var agent = organisation.agent(login).orElseThrow(Refusal::notFound);
    needHeld(reader, agent);
    Reach.of(reader).needGained(Reach.NONE, reach(agent.id()), "access.grants-more-than-own");
    refuseWiderSight(reader, Set.of(), sight(agent.id()));
    var password = RandomPassword.make();
    credentials.give(agent, password.toCharArray());
    begin(reader, "RESET_PASSWORD", login);
    return password;
  }

  /**
   * Makes sure that this reader may close or reopen the agent, under the town's lock; {@code
   * reassignment} does it.
   *
   * @throws Refusal FORBIDDEN outside their perimeter or when the agent has more rights than they
   */
  public Agent toClose(Reader reader, String login) {
    reader.need(Right.ADMIN_AGENTS);
    readers.organisationChanged();
    var agent = organisation.agent(login).orElseThrow(Refusal::notFound);
    needHeld(reader, agent);
    return agent;
  }

  /** Makes sure that all the agent may do is this reader's to take, as a closing does. */
  public void needTake(Reader reader, Agent agent) {
    refuseMoreThanOwn(reader, reach(agent.id()), Reach.NONE);
  }

  /**
   * Makes sure that all the agent may do is this reader's to give back, as a reopening does.
   * Whoever administers all agents may close anyone, so they give back what was there; a part of
   * the town's administrator only what they hold.
   */
  public void needGive(Reader reader, Agent agent) {
    if (!reader.may(Right.ADMIN_AGENTS, null)) {
      refuseMoreThanOwn(reader, Reach.NONE, reach(agent.id()));
    }
  }

  /** Whoever administers a part of the town neither gives nor takes what they do not hold. */
  private static void refuseMoreThanOwn(Reader reader, Reach before, Reach after) {
    var own = Reach.of(reader);
    own.needGained(before, after, "access.grants-more-than-own");
    if (!reader.may(Right.ADMIN_AGENTS, null)) {
      own.needGained(after, before, "access.takes-more-than-own");
    }
  }

  /** Whoever administers a part of the town shows nobody more than it, unless they see more. */
  private static void refuseWiderSight(Reader reader, Set<String> before, Set<String> after) {
    var gained = new HashSet<>(after);
    gained.removeAll(before);
    gained.removeAll(reader.tokens());
    if (!gained.isEmpty() && !reader.may(Right.ADMIN_AGENTS, null)) {
      throw Refusal.field("posts", "access.sight-of-the-town");
    }
  }

  private static void needHeld(Reader reader, Agent agent) {
    reader.need(
        Right.ADMIN_AGENTS,
        agent.posts().stream().filter(Post::main).findFirst().map(p -> p.unit().id()).orElse(null));
  }

  private static void refuseOutside(Reader reader, Set<Place> before, Set<Place> after) {
    var changed = new HashSet<>(before);
    changed.addAll(after);
    changed.removeIf(place -> before.contains(place) && after.contains(place));
    changed.stream()
        .filter(place -> !reader.may(Right.ADMIN_AGENTS, place.unit()))
        .findFirst()
        .ifPresent(
            place -> {
              throw Refusal.field("posts", "access.unit-outside-perimeter", place.label());
            });
    if (!reader.may(Right.ADMIN_AGENTS, null)
        && changed.stream().anyMatch(place -> place.function().ofTheTown())) {
      throw Refusal.field("posts", "access.function-of-the-town");
    }
  }

  private Reach reach(long agent) {
    return readers.asIfOpen(agent).map(Reach::of).orElse(Reach.NONE);
  }

  private Set<String> sight(long agent) {
    return readers.asIfOpen(agent).map(Reader::tokens).map(Visibility::wide).orElse(Set.of());
  }

  private static Set<Place> places(Agent agent) {
    var places = new HashSet<Place>();
    agent
        .posts()
        .forEach(
            p -> places.add(new Place(p.unit().id(), p.unit().label(), p.function(), p.main())));
    return places;
  }

  private record Place(long unit, String label, Function function, boolean main) {}

  private static AgentCard card(Agent agent, List<String> groups) {
    return new AgentCard(
        agent.version(),
        agent.passwordHash() != null,
        agent.active(),
        new AgentWish(
            agent.login(),
            agent.firstName(),
            agent.lastName(),
            agent.civility(),
            agent.jobTitle(),
            agent.email(),
            agent.phone(),
            agent.posts().stream()
                .map(p -> new AgentWish.Place(p.unit().code(), p.function(), p.main()))
                .toList(),
            groups));
  }

  /**
   * Moves the epoch first: that row is the town's lock, so two administrators never remove each
   * other at once.
   */
  private void begin(Reader reader, String action, String code) {
    readers.organisationChanged();
    journal.administration(reader, action, code);
  }
}
