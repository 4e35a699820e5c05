package fr.vaguemestre.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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
 * @param numbers found whole, however punctuated: external id, e-mail, phone, tracking number
 * @param arrival null when unknown; newer letters rank a little higher
 * @param tokens who may see the letter; none: nobody
 * @param facets codes by facet
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
    List<String> numbers,
    LocalDate arrival,
    Set<String> tokens,
    Map<Facet, Set<String>> facets) {

  public IndexedLetter {
    notesTokens = Set.copyOf(notesTokens);
    numbers = List.copyOf(numbers);
    tokens = Set.copyOf(tokens);
    var all = new EnumMap<Facet, Set<String>>(Facet.class);
    facets.forEach((facet, codes) -> all.put(facet, Set.copyOf(codes)));
    if (arrival != null) {
      all.put(Facet.YEAR, Set.of(Integer.toString(arrival.getYear())));
    }
    facets = Map.copyOf(all);
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
          numbers,
          arrival,
          tokens,
          facets);
    }

    private static String orEmpty(String value) {
      return value == null ? "" : value;
    }
  }
}
