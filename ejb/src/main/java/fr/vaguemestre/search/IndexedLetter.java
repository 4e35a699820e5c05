package fr.vaguemestre.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A letter as the index wants it. Build it with {@link #of}; what is not given is empty.
 *
 * @param chrono as printed ({@code PONT/2026A/1482}); found whole or by its parts
 * @param sender all that names the sender: names, company, address
 * @param text of all documents and attachments, and of custom fields
 * @param notes found only by readers who hold one of {@code notesTokens} besides one of {@code
 *     tokens}
 * @param keptNotes notes kept to some readers, by the token that opens them: they must hold it
 *     besides one of {@code tokens}
 * @param numbers found whole, however punctuated: external id, e-mail, phone, tracking number
 * @param arrival null when unknown; newer letters rank a little higher
 * @param tokens who may see the letter; none: nobody
 * @param facets codes by facet
 * @param days those it has; the arrival's is {@code arrival}
 * @param traits codes by trait
 * @param parts what is looked for apart
 */
public record IndexedLetter(
    long id,
    String chrono,
    String subject,
    String sender,
    String text,
    String reply,
    String notes,
    Set<String> notesTokens,
    Map<String, String> keptNotes,
    List<String> numbers,
    LocalDate arrival,
    Set<String> tokens,
    Map<Facet, Set<String>> facets,
    Map<Moment, LocalDate> days,
    Map<Trait, Set<String>> traits,
    Map<Part, String> parts) {

  public IndexedLetter {
    notesTokens = Set.copyOf(notesTokens);
    keptNotes = Map.copyOf(keptNotes);
    numbers = List.copyOf(numbers);
    tokens = Set.copyOf(tokens);
    var all = new EnumMap<Facet, Set<String>>(Facet.class);
    facets.forEach((facet, codes) -> all.put(facet, Set.copyOf(codes)));
    if (arrival != null) {
      all.put(Facet.YEAR, Set.of(Integer.toString(arrival.getYear())));
    }
    facets = Map.copyOf(all);
    var dated = new EnumMap<Moment, LocalDate>(Moment.class);
    dated.putAll(days);
    if (arrival != null) {
      dated.put(Moment.ARRIVAL, arrival);
    }
    days = Map.copyOf(dated);
    traits = Map.copyOf(traits);
    parts = Map.copyOf(parts);
  }

  public static Builder of(long id, Set<String> tokens) {
    return new Builder(id, tokens);
  }

  /** Names the many texts of a letter. Null is empty. */
  public static final class Builder {
    private final long id;
    private final Set<String> tokens;
    private String chrono = "";
    private String subject = "";
    private String sender = "";
    private String text = "";
    private String reply = "";
    private String notes = "";
    private Set<String> notesTokens = Set.of();
    private final List<String> numbers = new ArrayList<>();
    private LocalDate arrival;
    private final Map<Facet, Set<String>> facets = new EnumMap<>(Facet.class);
    private final Map<String, String> keptNotes = new HashMap<>();
    private final Map<Moment, LocalDate> days = new EnumMap<>(Moment.class);
    private final Map<Trait, Set<String>> traits = new EnumMap<>(Trait.class);
    private final Map<Part, String> parts = new EnumMap<>(Part.class);

    private Builder(long id, Set<String> tokens) {
      this.id = id;
      this.tokens = tokens;
    }

    public Builder chrono(String value) {
      chrono = orEmpty(value);
      return this;
    }

    public Builder subject(String value) {
      subject = orEmpty(value);
      return this;
    }

    public Builder sender(String value) {
      sender = orEmpty(value);
      return this;
    }

    public Builder text(String value) {
      text = orEmpty(value);
      return this;
    }

    public Builder reply(String value) {
      reply = orEmpty(value);
      return this;
    }

    public Builder notes(String value, Set<String> readers) {
      notes = orEmpty(value);
      notesTokens = readers;
      return this;
    }

    public Builder number(String value) {
      if (value != null && !value.isBlank()) {
        numbers.add(value);
      }
      return this;
    }

    public Builder arrival(LocalDate value) {
      arrival = value;
      return this;
    }

    public Builder facet(Facet facet, String code) {
      if (code != null && !code.isBlank()) {
        facets.computeIfAbsent(facet, f -> new HashSet<>()).add(code);
      }
      return this;
    }

    /** A note kept to whoever holds the token; several of one token are one text. */
    public Builder keptNote(String token, String value) {
      if (value != null && !value.isBlank()) {
        keptNotes.merge(token, value, (one, other) -> one + "\n" + other);
      }
      return this;
    }

    public Builder day(Moment moment, LocalDate value) {
      if (value != null) {
        days.put(moment, value);
      }
      return this;
    }

    public Builder trait(Trait trait, String code) {
      if (code != null && !code.isBlank()) {
        traits.put(trait, Set.of(code));
      }
      return this;
    }

    public Builder part(Part part, String value) {
      if (value != null && !value.isBlank()) {
        parts.put(part, value);
      }
      return this;
    }

    public IndexedLetter build() {
      return new IndexedLetter(
          id,
          chrono,
          subject,
          sender,
          text,
          reply,
          notes,
          notesTokens,
          keptNotes,
          numbers,
          arrival,
          tokens,
          facets,
          days,
          traits,
          parts);
    }

    private static String orEmpty(String value) {
      return value == null ? "" : value;
    }
  }
}
