package fr.vaguemestre.web.search;

import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.SearchWish;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A search as an address: {@code q}, one parameter a facet ({@code type}, {@code state}…), {@code
 * from}, {@code to}, {@code after}. Whatever makes no sense is left out.
 */
record SearchAddress(
    String query, Map<Facet, Set<String>> chosen, LocalDate from, LocalDate to, String after) {
  private static final int LONGEST = 500;

  static SearchAddress of(HttpServletRequest request) {
    var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
    for (var facet : Facet.values()) {
      var codes = request.getParameterValues(name(facet));
      if (codes != null) {
        chosen.put(facet, new LinkedHashSet<>(Arrays.asList(codes)));
      }
    }
    var typed = request.getParameter("q");
    var query = typed == null ? "" : typed.strip();
    return new SearchAddress(
        query.substring(0, Math.min(LONGEST, query.length())),
        chosen,
        day(request.getParameter("from")),
        day(request.getParameter("to")),
        request.getParameter("after"));
  }

  SearchWish wish(int size) {
    return new SearchWish(query, chosen, from, to, after, size, true, true);
  }

  /** This search with a code chosen, or no longer when it was. */
  SearchAddress toggled(Facet facet, String code) {
    var more = new EnumMap<Facet, Set<String>>(Facet.class);
    chosen.forEach((f, codes) -> more.put(f, new LinkedHashSet<>(codes)));
    var codes = more.computeIfAbsent(facet, f -> new LinkedHashSet<>());
    if (!codes.remove(code)) {
      codes.add(code);
    }
    return new SearchAddress(query, more, from, to, null);
  }

  SearchAddress asking(String other) {
    return new SearchAddress(other, chosen, from, to, null);
  }

  SearchAddress page(String cursor) {
    return new SearchAddress(query, chosen, from, to, cursor);
  }

  SearchAddress alone() {
    return new SearchAddress(query, Map.of(), null, null, null);
  }

  boolean narrowed() {
    return from != null || to != null || chosen.values().stream().anyMatch(c -> !c.isEmpty());
  }

  boolean has(Facet facet, String code) {
    return chosen.getOrDefault(facet, Set.of()).contains(code);
  }

  String url() {
    var url = new StringBuilder("/search.xhtml?q=").append(encoded(query));
    chosen.forEach((facet, codes) -> codes.forEach(code -> add(url, name(facet), code)));
    add(url, "from", from);
    add(url, "to", to);
    add(url, "after", after);
    return url.toString();
  }

  static String name(Facet facet) {
    return facet.name().toLowerCase(Locale.ROOT);
  }

  private static void add(StringBuilder url, String name, Object value) {
    if (value != null) {
      url.append('&').append(name).append('=').append(encoded(value.toString()));
    }
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
