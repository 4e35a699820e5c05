package fr.vaguemestre.search;

import fr.vaguemestre.platform.Refusal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The search port said as plainly as possible: lists and loops. For tests, and to check the real
 * one against.
 */
public final class InMemorySearchIndex implements SearchIndex {
  /** What outlives a crash; share one between two indexes to play it. */
  public static final class Disk {
    private final Map<Integer, Map<Long, IndexedLetter>> letters = new HashMap<>();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final Map<Integer, Map<Long, IndexedLetter>> rebuilt = new HashMap<>();
  }

  private final Disk disk;
  private final Map<Integer, Map<Long, Optional<IndexedLetter>>> pending = new HashMap<>();
  private final Map<Integer, Long> written = new HashMap<>();

  public InMemorySearchIndex() {
    this(new Disk());
  }

  public InMemorySearchIndex(Disk disk) {
    this.disk = disk;
  }

  @Override
  public synchronized void write(
      int tenant, Collection<IndexedLetter> letters, Collection<Long> removed, long sequence) {
    var changes = pending.computeIfAbsent(tenant, t -> new HashMap<>());
    letters.forEach(letter -> changes.put(letter.id(), Optional.of(letter)));
    removed.forEach(id -> changes.put(id, Optional.empty()));
    written.merge(tenant, sequence, Math::max);
  }

  @Override
  public synchronized void commit(int tenant) {
    disk.letters.computeIfAbsent(tenant, t -> new HashMap<>());
    for (var letters : List.of(disk.letters, disk.rebuilt)) {
      if (letters.containsKey(tenant)) {
        change(letters.get(tenant), pending.getOrDefault(tenant, Map.of()));
      }
    }
    pending.remove(tenant);
    disk.sequences.merge(tenant, written.getOrDefault(tenant, 0L), Math::max);
  }

  private static void change(
      Map<Long, IndexedLetter> letters, Map<Long, Optional<IndexedLetter>> changes) {
    changes.forEach(
        (id, letter) -> letter.ifPresentOrElse(l -> letters.put(id, l), () -> letters.remove(id)));
  }

  @Override
  public synchronized void beginRebuild(int tenant) {
    disk.rebuilt.put(tenant, new HashMap<>());
  }

  @Override
  public synchronized void fillRebuild(
      int tenant, Iterable<Supplier<Collection<IndexedLetter>>> batches) {
    var rebuilt = rebuilt(tenant);
    batches.forEach(batch -> batch.get().forEach(letter -> rebuilt.put(letter.id(), letter)));
  }

  @Override
  public synchronized void endRebuild(int tenant) {
    disk.letters.put(tenant, rebuilt(tenant));
    disk.rebuilt.remove(tenant);
  }

  private Map<Long, IndexedLetter> rebuilt(int tenant) {
    return Optional.ofNullable(disk.rebuilt.get(tenant)).orElseThrow(IllegalStateException::new);
  }

  @Override
  public synchronized long sequence(int tenant) {
    return disk.sequences.getOrDefault(tenant, 0L);
  }

  @Override
  public synchronized Hits find(
      int tenant, Set<String> tokens, Set<Long> withheld, SearchWish wish) {
    if (tokens.isEmpty()) {
      return Hits.NONE;
    }
    var skip = skip(wish.after());
    var clauses = Wording.parse(wish.query());
    var visible =
        disk.letters.getOrDefault(tenant, Map.of()).values().stream()
            .filter(letter -> letter.tokens().stream().anyMatch(tokens::contains))
            .filter(letter -> !withheld.contains(letter.id()))
            .map(letter -> new Seen(letter, words(letter, tokens)))
            .toList();
    var wanted = clauses.stream().filter(clause -> !clause.excluded()).count();
    var found = matching(visible, clauses, wanted);
    var relaxed = false;
    if (found.isEmpty() && wanted > 1) {
      found = matching(visible, clauses, (wanted + 1) / 2);
      relaxed = !found.isEmpty();
    }
    var here =
        found.stream()
            .filter(seen -> narrowed(seen.letter(), wish, null))
            .sorted(order(clauses))
            .toList();
    var items =
        here.stream()
            .skip(skip)
            .limit(wish.limit())
            .map(seen -> hit(seen, clauses, tokens, wish))
            .toList();
    var next = items.size() == wish.limit() ? "p" + (skip + items.size()) : null;
    var facets = wish.withFacets() ? facets(found, wish) : Map.<Facet, Map<String, Long>>of();
    return new Hits(
        here.size(), items, next, facets, suggestion(visible, wish, here.isEmpty()), relaxed);
  }

  @Override
  public synchronized Map<Long, Set<String>> carried(int tenant, Collection<Long> ids) {
    var letters = disk.letters.getOrDefault(tenant, Map.of());
    return ids.stream()
        .filter(letters::containsKey)
        .collect(Collectors.toMap(id -> id, id -> letters.get(id).tokens()));
  }

  @Override
  public synchronized List<Long> ids(int tenant, Long after, int most) {
    return disk.letters.getOrDefault(tenant, Map.of()).keySet().stream()
        .sorted()
        .filter(id -> after == null || id > after)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Health health(int tenant) {
    return new Health(
        disk.letters.getOrDefault(tenant, Map.of()).size(),
        sequence(tenant),
        pending.getOrDefault(tenant, Map.of()).size(),
        0,
        0,
        0);
  }

  @Override
  public synchronized void dropAll(int tenant) {
    disk.letters.remove(tenant);
    disk.sequences.remove(tenant);
    disk.rebuilt.remove(tenant);
    pending.remove(tenant);
    written.remove(tenant);
  }

  @Override
  public void expunge(int tenant) {
    // nothing removed is kept
  }

  @Override
  public void closeIdle() {
    // nothing is open
  }

  @Override
  public synchronized void close() {
    pending.clear();
    written.clear();
  }

  private record Seen(IndexedLetter letter, List<String> words) {}

  private static List<Seen> matching(List<Seen> visible, List<Wording.Clause> clauses, long least) {
    return visible.stream()
        .filter(
            seen -> clauses.stream().noneMatch(clause -> clause.excluded() && any(seen, clause)))
        .filter(
            seen ->
                clauses.stream().filter(clause -> !clause.excluded() && any(seen, clause)).count()
                    >= least)
        .toList();
  }

  private static boolean any(Seen seen, Wording.Clause clause) {
    return clause.anyOf().stream().anyMatch(term -> has(seen, term));
  }

  private static boolean has(Seen seen, Wording.Term term) {
    var asked = words(term.text());
    if (asked.isEmpty()) {
      return false;
    }
    return numbered(seen.letter(), term)
        || switch (term.kind()) {
          case WORD, PHRASE, PHONE -> inOrder(seen.words(), asked);
          case PREFIX -> seen.words().stream().anyMatch(word -> word.startsWith(asked.getLast()));
          case FUZZY -> seen.words().stream().anyMatch(word -> near(word, asked.getFirst()));
        };
  }

  private static boolean numbered(IndexedLetter letter, Wording.Term term) {
    var key = String.join("", words(term.text()));
    return Stream.concat(Stream.of(letter.chrono()), letter.numbers().stream())
        .anyMatch(number -> String.join("", words(number)).equals(key));
  }

  private static boolean inOrder(List<String> words, List<String> asked) {
    return Collections.indexOfSubList(words, asked) >= 0;
  }

  private static boolean near(String word, String asked) {
    var edits = asked.length() <= 2 ? 0 : asked.length() <= 5 ? 1 : 2;
    var row = new int[asked.length() + 1];
    Arrays.setAll(row, i -> i);
    for (var i = 1; i <= word.length(); i++) {
      var corner = row[0];
      row[0] = i;
      for (var j = 1; j <= asked.length(); j++) {
        var replaced = corner + (word.charAt(i - 1) == asked.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[asked.length()] <= edits;
  }

  private static boolean narrowed(IndexedLetter letter, SearchWish wish, Facet open) {
    var narrowing = wish.narrowing();
    return narrowing.chosen().entrySet().stream()
            .filter(choice -> choice.getKey() != open && !choice.getValue().isEmpty())
            .allMatch(
                choice ->
                    codes(letter, choice.getKey()).stream().anyMatch(choice.getValue()::contains))
        && narrowing.periods().entrySet().stream()
            .allMatch(e -> e.getValue().holds(letter.days().get(e.getKey())))
        && narrowing.traits().entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .allMatch(
                e ->
                    letter.traits().getOrDefault(e.getKey(), Set.of()).stream()
                        .anyMatch(e.getValue()::contains))
        && narrowing.parts().entrySet().stream()
            .allMatch(
                e -> {
                  var there = words(letter.parts().getOrDefault(e.getKey(), ""));
                  return words(e.getValue()).stream()
                      .allMatch(word -> there.stream().anyMatch(w -> w.startsWith(word)));
                });
  }

  private static Map<Facet, Map<String, Long>> facets(List<Seen> found, SearchWish wish) {
    var all = new EnumMap<Facet, Map<String, Long>>(Facet.class);
    for (var facet : Facet.values()) {
      var counts = new TreeMap<String, Long>();
      found.stream()
          .filter(seen -> narrowed(seen.letter(), wish, facet))
          .flatMap(seen -> codes(seen.letter(), facet).stream())
          .forEach(code -> counts.merge(code, 1L, Long::sum));
      all.put(facet, counts);
    }
    return all;
  }

  private static Set<String> codes(IndexedLetter letter, Facet facet) {
    return letter.facets().getOrDefault(facet, Set.of());
  }

  /** Numbers first, then the newest, then the highest id. */
  private static Comparator<Seen> order(List<Wording.Clause> clauses) {
    Predicate<Seen> inChrono =
        seen ->
            clauses.stream()
                .anyMatch(
                    c ->
                        words(seen.letter().chrono())
                            .containsAll(words(c.anyOf().getFirst().text())));
    return Comparator.<Seen, Integer>comparing(seen -> inChrono.test(seen) ? 0 : 1)
        .thenComparing(
            seen -> seen.letter().arrival(), Comparator.nullsLast(Comparator.reverseOrder()))
        .thenComparing(seen -> seen.letter().id(), Comparator.reverseOrder());
  }

  private static Hits.Hit hit(
      Seen seen, List<Wording.Clause> clauses, Set<String> tokens, SearchWish wish) {
    var letter = seen.letter();
    var texts = new ArrayList<>(List.of(letter.text(), letter.reply()));
    if (letter.notesTokens().stream().anyMatch(tokens::contains)) {
      texts.add(letter.notes());
    }
    letter
        .keptNotes()
        .forEach(
            (token, note) -> {
              if (tokens.contains(token)) {
                texts.add(note);
              }
            });
    var asked =
        clauses.stream()
            .flatMap(c -> c.anyOf().stream())
            .flatMap(t -> words(t.text()).stream())
            .toList();
    Comparator<String> best =
        Comparator.comparing(
            text -> words(text).stream().distinct().filter(asked::contains).count());
    var shown = texts.stream().filter(text -> !text.isBlank()).max(best).orElse("");
    return new Hits.Hit(letter.id(), 1, wish.withSnippets() ? marked(shown, asked) : "");
  }

  private static String marked(String text, List<String> asked) {
    var html = new StringBuilder();
    for (var piece : text.split("(?<=\\W)|(?=\\W)")) {
      var escaped =
          piece
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;")
              .replace("'", "&#39;");
      html.append(asked.contains(fold(piece)) ? "<mark>" + escaped + "</mark>" : escaped);
    }
    return html.toString();
  }

  private static Optional<String> suggestion(List<Seen> visible, SearchWish wish, boolean nothing) {
    var asked = words(wish.query());
    return !nothing || asked.size() != 1
        ? Optional.empty()
        : visible.stream()
            .flatMap(seen -> seen.words().stream())
            .filter(word -> near(word, asked.getFirst()))
            .findFirst();
  }

  private static List<String> words(IndexedLetter letter, Set<String> tokens) {
    var texts =
        new ArrayList<>(
            List.of(
                letter.chrono(), letter.subject(), letter.sender(), letter.text(), letter.reply()));
    texts.addAll(letter.numbers());
    if (letter.notesTokens().stream().anyMatch(tokens::contains)) {
      texts.add(letter.notes());
    }
    letter
        .keptNotes()
        .forEach(
            (token, note) -> {
              if (tokens.contains(token)) {
                texts.add(note);
              }
            });
    return texts.stream().flatMap(text -> words(text).stream()).toList();
  }

  private static List<String> words(String text) {
    return Stream.of(fold(text).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.FRENCH)
        .replace("œ", "oe");
  }

  private static long skip(String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("p\\d{1,9}")) {
      throw Refusal.field("after", "search.cursor");
    }
    return Long.parseLong(after.substring(1));
  }
}
