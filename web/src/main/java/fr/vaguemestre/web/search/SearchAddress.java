package fr.vaguemestre.web.search;

import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.Facet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A search and its page as an address: the parameters of {@link Asked}, {@code after}, and {@code
 * advanced} while the form of criteria is open. Whatever makes no sense is left out.
 */
record SearchAddress(Asked asked, String after, boolean opened) {
  static SearchAddress of(HttpServletRequest request) {
    return new SearchAddress(
        asked(request),
        request.getParameter("after"),
        "true".equals(request.getParameter("advanced")));
  }

  /** With the units that were typed by their codes. */
  SearchAddress units(UnaryOperator<String> code) {
    var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
    chosen.putAll(asked.narrowing().chosen());
    chosen.computeIfPresent(
        Facet.UNIT,
        (unit, typed) ->
            typed.stream().map(code).collect(Collectors.toCollection(LinkedHashSet::new)));
    return new SearchAddress(asked.chosen(chosen), after, opened);
  }

  static Asked asked(HttpServletRequest request) {
    return Asked.of(
        name -> {
          var values = request.getParameterValues(name);
          return values == null ? null : List.of(values);
        },
        notADay -> {});
  }

  /** This search with a code chosen, or no longer when it was. */
  SearchAddress toggled(Facet facet, String code) {
    var more = new EnumMap<Facet, Set<String>>(Facet.class);
    asked.narrowing().chosen().forEach((f, codes) -> more.put(f, new LinkedHashSet<>(codes)));
    var codes = more.computeIfAbsent(facet, f -> new LinkedHashSet<>());
    if (!codes.remove(code)) {
      codes.add(code);
    }
    more.values().removeIf(Set::isEmpty);
    return new SearchAddress(asked.chosen(more), null, opened);
  }

  SearchAddress asking(String other) {
    return new SearchAddress(asked.asking(other), null, opened);
  }

  SearchAddress page(String cursor) {
    return new SearchAddress(asked, cursor, opened);
  }

  SearchAddress alone() {
    return new SearchAddress(Asked.NOTHING.asking(asked.query()), null, opened);
  }

  boolean has(Facet facet, String code) {
    return asked.narrowing().chosen().getOrDefault(facet, Set.of()).contains(code);
  }

  String url() {
    return url(asked)
        + (opened ? "&advanced=true" : "")
        + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
  }

  /** The search with why no file was made of it. */
  static String unmade(Asked asked, String format, String key) {
    return url(asked) + "&unmade=" + format + "&why=" + key;
  }

  /** The search with its form of criteria open. */
  static String advanced(Asked asked) {
    return url(asked) + "&advanced=true#criteria";
  }

  static String url(Asked asked) {
    var text = asked.text();
    return "/search.xhtml?"
        + (asked.query().isEmpty() ? "q=" + (text.isEmpty() ? "" : "&") : "")
        + text;
  }
}
