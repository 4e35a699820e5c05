package fr.vaguemestre.reply;

import fr.vaguemestre.platform.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a program makes its request depend on: the header {@code If} (RFC 4918, 10.4), {@code
 * If-Match} and {@code If-None-Match} (RFC 9110, 13.1).
 *
 * @param groups one must hold, when there are any
 * @param match entity tags, or {@code *}; null for none
 * @param noneMatch the same
 */
public record Conditions(List<Group> groups, String match, String noneMatch) {
  /** No condition at all. */
  public static final Conditions NONE = new Conditions(List.of(), null, null);

  /**
   * Terms that must hold together.
   *
   * @param path what they are about; null for what the request is about
   * @param known false when they are about something outside the folder: they never hold
   */
  public record Group(String path, boolean known, List<Term> terms) {}

  /** A lock's token or an entity tag, the other null. */
  public record Term(boolean not, String token, String etag) {}

  /** The tokens given, whatever becomes of the terms they stand in. */
  Set<String> tokens() {
    return groups.stream()
        .flatMap(group -> group.terms().stream())
        .map(Term::token)
        .filter(token -> token != null)
        .collect(Collectors.toSet());
  }

  /**
   * @throws Refusal STALE when they do not hold for a request about this path
   */
  void check(String path, Folder folder) {
    boolean some = groups.isEmpty() || groups.stream().anyMatch(g -> holds(g, path, folder));
    var tag = folder.at(path).map(entry -> String.valueOf(entry.etag())).orElse(null);
    if (!some
        || match != null && !named(match, tag)
        || noneMatch != null && named(noneMatch, tag)) {
      throw Refusal.stale();
    }
  }

  private static boolean holds(Group group, String asked, Folder folder) {
    var path = group.path() == null ? asked : group.path();
    return group.known() && group.terms().stream().allMatch(t -> t.not() != is(t, path, folder));
  }

  private static boolean is(Term term, String path, Folder folder) {
    return term.token() == null
        ? folder.at(path).filter(entry -> term.etag().equals(entry.etag())).isPresent()
        : folder.over(path).stream().anyMatch(lock -> lock.token().equals(term.token()));
  }

  private static boolean named(String tags, String tag) {
    return tag != null
        && ("*".equals(tags.strip())
            || Stream.of(tags.split(",")).map(String::strip).anyMatch(tag::equals));
  }
}
