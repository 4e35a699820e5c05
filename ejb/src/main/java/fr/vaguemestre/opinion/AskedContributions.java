package fr.vaguemestre.opinion;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Unit;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contributions of a letter, for this feature's own use: whoever calls has passed the door. */
@Stateless
public class AskedContributions {
  @PersistenceContext EntityManager em;

  /** Every one of the letter, in the order of the rounds and of their places in them. */
  public List<Contribution> all(long letter) {
    return em.createQuery(
            "select c from Contribution c where c.correspondence = :letter order by c.round, c.position",
            Contribution.class)
        .setParameter("letter", letter)
        .getResultList();
  }

  /** Those that can still come. */
  public List<Contribution> open(long letter) {
    return all(letter).stream().filter(Contribution::open).toList();
  }

  /** Those this reader, or one of their units, is to give now. */
  public List<Contribution> awaitedFrom(Reader reader, long letter) {
    return all(letter).stream().filter(c -> c.awaited() && c.askedOf(reader)).toList();
  }

  /** The one whose turn comes once this one is given; none when they were asked all together. */
  public Optional<Contribution> after(long letter, Contribution given) {
    return open(letter).stream().filter(c -> c.round() == given.round() && c.waiting()).findFirst();
  }

  /** Who is asked, as facts of the journal: {@code a:login} and {@code u:CODE}, between commas. */
  public String codes(List<Contribution> contributions) {
    return contributions.stream().map(this::code).collect(Collectors.joining(","));
  }

  /** Who asked, and in whose place they did, in the same way. */
  public String askers(List<Contribution> contributions) {
    return contributions.stream()
        .flatMap(c -> c.askers().stream())
        .distinct()
        .map(agent -> "a:" + em.find(Agent.class, agent).login())
        .collect(Collectors.joining(","));
  }

  private String code(Contribution c) {
    return c.askedOfAgent() == null
        ? "u:" + em.find(Unit.class, c.askedOfUnit()).code()
        : "a:" + em.find(Agent.class, c.askedOfAgent()).login();
  }
}
