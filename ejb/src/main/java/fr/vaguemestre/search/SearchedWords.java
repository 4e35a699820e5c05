package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.contact.ContactsGone.Person;
import fr.vaguemestre.platform.db.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words somebody typed in a search, in their order, folded as contacts are; a telephone number
 * once more by its last nine digits, however it is spaced and whatever stands for the country.
 */
record SearchedWords(List<String> words) {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9](?:[^\\p{L}\\p{N}]*[0-9]){8,}");
  private static final int TAIL = 9;

  /** A name shorter than this is a word of many searches: it counts with the first name alone. */
  private static final int TELLING = 3;

  /**
   * What is typed freely, a unit too that is none: codes name nobody, and {@link Part#AGENT} an
   * agent.
   */
  static SearchedWords of(String name, Asked asked) {
    var narrowing = asked.narrowing();
    return of(
        Stream.of(
                Stream.of(name, asked.query()),
                narrowing.parts().entrySet().stream()
                    .filter(part -> part.getKey() != Part.AGENT)
                    .map(part -> part.getValue()),
                narrowing.chosen().getOrDefault(Facet.TAG, Set.of()).stream(),
                narrowing.chosen().getOrDefault(Facet.UNIT, Set.of()).stream())
            .flatMap(typed -> typed)
            .collect(Collectors.joining(" | ")));
  }

  static SearchedWords of(String text) {
    var folded = Contact.key(text);
    var words =
        BETWEEN
            .splitAsStream(folded)
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toCollection(ArrayList::new));
    NUMBER.matcher(folded).results().map(found -> tail(found.group())).forEach(words::add);
    return new SearchedWords(List.copyOf(words));
  }

  /** Of these people, words of which a search that names one has at least one. */
  static Set<String> keys(List<Person> people) {
    return people.stream()
        .flatMap(
            person -> Stream.of(ofName(person.lastName()), ofName(person.email()), phone(person)))
        .flatMap(words -> words.stream().max(Comparator.comparingInt(String::length)).stream())
        .collect(Collectors.toSet());
  }

  /** Whether the person's last name, whole e-mail address or telephone number is among them. */
  boolean name(Person person) {
    return has(ofName(person.lastName()))
            && (String.join("", ofName(person.lastName())).length() >= TELLING
                || has(ofName(person.firstName())))
        || has(ofName(person.email()))
        || has(phone(person));
  }

  void keepFor(Database database, long search) {
    database.update(sql("delete from kept_search_word where search_id = ?", search));
    database.update(
        sql(
            "insert into kept_search_word (search_id, word) select distinct ?, unnest(cast(? as text[]))",
            search,
            words));
  }

  void keepFor(Database database, long agent, String sha256) {
    database.update(
        sql(
            """
            insert into recent_search_word (agent_id, asked_sha256, word) select distinct ?, ?, unnest(cast(? as text[]))
            on conflict do nothing
            """,
            agent,
            sha256,
            words));
  }

  private boolean has(List<String> wanted) {
    return !wanted.isEmpty() && Collections.indexOfSubList(words, wanted) >= 0;
  }

  /** Digits in it are no telephone number. */
  private static List<String> ofName(String text) {
    return BETWEEN
        .splitAsStream(Contact.key(Objects.toString(text, "")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> phone(Person person) {
    return NUMBER
        .matcher(Objects.toString(person.phone(), ""))
        .results()
        .map(found -> tail(found.group()))
        .limit(1)
        .toList();
  }

  private static String tail(String number) {
    var digits = number.replaceAll("[^0-9]", "");
    return digits.substring(digits.length() - TAIL);
  }
}
