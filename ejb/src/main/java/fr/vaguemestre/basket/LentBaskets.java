package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Lending;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.StandIn;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The baskets that absent agents share: what each lends, and which letters lie in them (ORG5). */
@ApplicationScoped
public class LentBaskets implements Lending.OfBaskets {
  private static final Set<Right> HANDLING =
      EnumSet.of(
          Right.QUALIFY,
          Right.REDIRECT,
          Right.PROCESS,
          Right.REQUEST_CONTRIBUTION,
          Right.REQUEST_TASK,
          Right.SEND,
          Right.CLOSE,
          Right.REOPEN);

  private static final Set<Criterion> SPEAKS_OF_UNITS =
      EnumSet.of(
          Criterion.TO_ME,
          Criterion.MY_BRANCH,
          Criterion.IN_COPY,
          Criterion.CONTRIBUTION_TO_GIVE,
          Criterion.TASK_TO_DO,
          Criterion.TASK_AWAITED);

  /** What speaks of the absent agent in person: without it a basket is of all that they see. */
  private static final Set<Criterion> IN_PERSON =
      EnumSet.of(
          Criterion.CONTRIBUTION_AWAITED,
          Criterion.TO_VISA,
          Criterion.TO_SIGN,
          Criterion.ASSIGNED_TO_ME);

  @Inject Baskets baskets;
  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @Override
  public Lending lent(Set<String> codes) {
    var criteria = rules(codes).flatMap(rule -> criteria(rule.root())).collect(Collectors.toSet());
    var rights = EnumSet.of(Right.NOTE);
    criteria.forEach(criterion -> rights.addAll(rights(criterion)));
    boolean branch = criteria.contains(Criterion.MY_BRANCH);
    boolean units = criteria.stream().anyMatch(SPEAKS_OF_UNITS::contains);
    return new Lending(rights, units, branch);
  }

  @Override
  public Map<String, String> shareable(Reader absent) {
    return baskets.shareable(absent);
  }

  /** Not a basket of all that one sees: that would lend what no basket names. */
  static boolean lendable(Basket basket) {
    return criteria(basket.rule().root())
        .anyMatch(c -> SPEAKS_OF_UNITS.contains(c) || IN_PERSON.contains(c));
  }

  @Override
  public Lending.Contents contents(Reader lent, Set<String> codes) {
    var town = tenants.current();
    var today = town.today(clock);
    var either = sql("(false");
    rules(codes).forEach(rule -> either.add("or").add(rule.condition(lent, today)));
    return new Lending.Contents(
        either.add(")"), today.plusDays(1).atStartOfDay(town.zone()).toInstant());
  }

  /**
   * What a basket holds for a reader: by its rule for themselves, and for each absent colleague who
   * shares it, what it would hold for that colleague as far as it is lent.
   */
  static Statement condition(Basket basket, Reader reader, LocalDate today) {
    var rule = basket.rule();
    var absent = absent(basket.code(), reader).toList();
    if (absent.isEmpty()) {
      return rule.condition(reader, today);
    }
    var either = sql("(false");
    Stream.concat(basket.openTo(reader) ? Stream.of(reader.alone()) : Stream.of(), absent.stream())
        .forEach(
            one ->
                either
                    .add("or (")
                    .add(rule.condition(one, today))
                    .add("and")
                    .add(Visibility.condition("c", one))
                    .add(")"));
    return either.add(")");
  }

  /** The same, and seen. */
  static Statement held(Basket basket, Reader reader, LocalDate today) {
    if (!lentTo(basket, reader)) {
      return BasketCounters.held(reader, basket.rule(), today);
    }
    return condition(basket, reader, today).add("and").add(Visibility.condition("c", reader));
  }

  static boolean lentTo(Basket basket, Reader reader) {
    return absent(basket.code(), reader).findAny().isPresent();
  }

  /**
   * Of these letters of a basket, those that are there in an absent colleague's place only, each
   * with the colleague's name.
   */
  Map<Long, String> inPlaceOf(Basket basket, Reader reader, LocalDate today, List<Long> letters) {
    var names = new TreeMap<Long, String>();
    absent(basket.code(), reader)
        .forEach(
            one ->
                there(basket.rule(), one, today, letters)
                    .forEach(id -> names.putIfAbsent(id, one.name())));
    if (!names.isEmpty() && basket.openTo(reader)) {
      there(basket.rule(), reader.alone(), today, letters).forEach(names::remove);
    }
    return names;
  }

  private List<Long> there(BasketRule rule, Reader one, LocalDate today, List<Long> letters) {
    return database.list(
        sql("select c.id from correspondence c where c.id = any(?) and", letters)
            .add(rule.condition(one, today))
            .add("and")
            .add(Visibility.condition("c", one)),
        row -> row.number("id"));
  }

  private static Stream<Reader> absent(String basket, Reader reader) {
    return reader.standIns().stream()
        .filter(standIn -> standIn.baskets().contains(basket))
        .map(StandIn::reader);
  }

  private Stream<BasketRule> rules(Set<String> codes) {
    return baskets.rules().entrySet().stream()
        .filter(basket -> codes.contains(basket.getKey()))
        .map(Map.Entry::getValue);
  }

  /** What a rule speaks of, exclusions left out. */
  private static Stream<Criterion> criteria(RuleNode node) {
    return switch (node) {
      case RuleNode.All all -> all.of().stream().flatMap(LentBaskets::criteria);
      case RuleNode.Any any -> any.of().stream().flatMap(LentBaskets::criteria);
      case RuleNode.Not not -> Stream.of();
      case RuleNode.Test test -> Stream.of(test.is());
    };
  }

  private static Set<Right> rights(Criterion criterion) {
    return switch (criterion) {
      case TO_ME, MY_BRANCH, ASSIGNED_TO_ME -> HANDLING;
      case CONTRIBUTION_TO_GIVE, TASK_TO_DO -> Set.of(Right.CONTRIBUTE);
      case CONTRIBUTION_AWAITED -> Set.of(Right.REQUEST_CONTRIBUTION);
      case TASK_AWAITED -> Set.of(Right.REQUEST_TASK);
      case TO_VISA -> Set.of(Right.VISA);
      case TO_SIGN -> Set.of(Right.SIGN);
      default -> Set.of();
    };
  }
}
