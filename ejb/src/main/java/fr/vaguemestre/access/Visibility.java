package fr.vaguemestre.access;

import fr.vaguemestre.platform.db.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Who sees what, in one place (O4–O8). A letter carries tokens, a reader holds tokens, one in
 * common is enough. The same rule is rendered three ways: {@link #sees} on sets, {@link #condition}
 * in the database, and the tokens themselves as the search index's filter. The tree is expanded on
 * the reader's side only, so moving a unit rewrites no letter.
 *
 * <p>An absent colleague lends letters one by one (ORG5): those that lie now in a basket they share
 * ({@link #lent}), as far as they meet the tokens that can be lent ({@link #lentBy}). In the index
 * each letter carries a token of its own besides ({@link #letter}), held by whoever it is lent to.
 */
public final class Visibility {
  private static final String IN_CIRCUIT = "all";
  private static final String CABINET = "cab";

  private Visibility() {}

  /** What decides who sees a letter. Units and agents are row ids; the assignee may be absent. */
  public record LetterFacts(
      long unit,
      Long assignee,
      long registrant,
      Collection<Long> agents,
      Collection<Long> units,
      boolean confidential,
      boolean sensitive,
      boolean inCircuit) {}

  /**
   * What decides what a reader sees. {@code branch}: their units and all below, elected posts left
   * out (O7); {@code confidential}: those of them whose confidential letters they open.
   */
  public record ReaderFacts(
      long agent,
      Collection<Long> branch,
      boolean cabinet,
      boolean directorate,
      Collection<Long> confidential) {}

  /** The tokens a letter carries. */
  public static Set<String> carriedBy(LetterFacts letter) {
    if (letter.sensitive() && !letter.inCircuit()) {
      return Set.of(CABINET);
    }
    var tokens = new HashSet<String>();
    tokens.add(IN_CIRCUIT);
    tokens.add(agent(letter.registrant()));
    if (letter.assignee() != null) {
      tokens.add(agent(letter.assignee()));
    }
    letter.agents().forEach(a -> tokens.add(agent(a)));
    tokens.add(unit(letter.unit(), letter.confidential()));
    letter.units().forEach(u -> tokens.add(unit(u, letter.confidential())));
    return tokens;
  }

  /**
   * The tokens a reader holds. Whoever sees every letter in circuit (O5) needs none for their
   * units: each letter that a unit's token shows carries that one too.
   */
  public static Set<String> heldBy(ReaderFacts reader) {
    var tokens = new HashSet<String>();
    tokens.add(agent(reader.agent()));
    if (reader.cabinet()) {
      tokens.add(CABINET);
    }
    if (reader.cabinet() || reader.directorate()) {
      tokens.add(IN_CIRCUIT);
      return tokens;
    }
    reader.branch().forEach(u -> tokens.add(unit(u, false)));
    reader.confidential().forEach(u -> tokens.add(unit(u, true)));
    return tokens;
  }

  /**
   * The tokens that bound what an absent agent lends (ORG5): the agent's own, and those of the
   * units that the shared baskets speak of. Never lent: what is politically sensitive, what is
   * confidential to a unit, the sight of every letter in circuit.
   */
  public static Set<String> lentBy(long absent, Collection<Long> units) {
    var tokens = new HashSet<String>();
    tokens.add(agent(absent));
    units.forEach(u -> tokens.add(unit(u, false)));
    return tokens;
  }

  /** The one token that every letter in a circuit carries, and no other letter. */
  public static Set<String> inCircuit() {
    return Set.of(IN_CIRCUIT);
  }

  /** Of these tokens those that show what is not of one's units: the whole town, the Cabinet's. */
  static Set<String> wide(Set<String> tokens) {
    var wide = new HashSet<>(tokens);
    wide.retainAll(Set.of(IN_CIRCUIT, CABINET));
    return wide;
  }

  public static boolean sees(Set<String> held, Set<String> carried) {
    return !Collections.disjoint(held, carried);
  }

  /**
   * The same as a condition on {@code correspondence} under the given alias, or lent. No tokens:
   * false.
   */
  public static Statement condition(String alias, Reader reader) {
    return orLent(alias, reader, "v.token = any(?)");
  }

  /**
   * The same, asked of each letter by itself: for a few letters that another condition finds by an
   * index. PostgreSQL keeps a subquery with an offset apart, where it would join it; and a letter's
   * few tokens are read together, where it would look for each of the reader's.
   */
  public static Statement conditionByLetter(String alias, Reader reader) {
    return orLent(alias, reader, "v.token || '' = any(?) offset 0");
  }

  /** The ids of the letters that lie now in a basket that an absent colleague shares. */
  public static Statement lent(StandIn standIn) {
    return sql("select c.id from correspondence c where")
        .add(standIn.contents())
        .add("and")
        .add(condition("c", standIn.reader()));
  }

  /** The token that this letter alone carries in the index. */
  public static String letter(long id) {
    return "l" + id;
  }

  /** The token that opens, in the index, the notes kept to this unit. */
  public static String note(long unit) {
    return "n" + unit;
  }

  private static Statement orLent(String alias, Reader reader, String token) {
    var seen =
        reader.tokens().isEmpty()
            ? sql("false")
            : sql(
                "exists (select 1 from correspondence_audience v where v.tenant_id = %1$s.tenant_id and v.correspondence_id = %1$s.id and %2$s)"
                    .formatted(alias, token),
                reader.tokens());
    if (reader.standIns().isEmpty()) {
      return seen;
    }
    var either = sql("(").add(seen);
    reader
        .standIns()
        .forEach(standIn -> either.add("or " + alias + ".id in (").add(lent(standIn)).add(")"));
    return either.add(")");
  }

  private static Statement sql(String text, Object... values) {
    return Statement.sql(text, values);
  }

  private static String agent(long id) {
    return "a" + id;
  }

  private static String unit(long id, boolean confidential) {
    return (confidential ? "c" : "u") + id;
  }
}
