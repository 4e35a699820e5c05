package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.reply.Conditions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The headers of RFC 4918, section 10. */
final class Headers {
  /** Of levels. */
  static final int ALL = Integer.MAX_VALUE;

  private static final Pattern TOKENS =
      Pattern.compile("\\G\\s*(?:<([^>]*)>|\\[((?:W/)?\"[^\"]*\")]|(\\()|(\\))|([Nn][Oo][Tt]\\b))");
  private static final Pattern SECONDS = Pattern.compile("(?i).*?second-(\\d{1,10}).*");
  private static final Pattern CODED = Pattern.compile("<([^<>]+)>");

  private Headers() {}

  /** What the request depends on. */
  static Conditions conditions(HttpServletRequest request, Address address) {
    var written = request.getHeader("If");
    return new Conditions(
        written == null
            ? List.of()
            : groups(written, address, uri -> address.other(uri, request.getHeader("Host"))),
        request.getHeader("If-Match"),
        request.getHeader("If-None-Match"));
  }

  /**
   * {@code If = 1*( [ <resource> ] "(" 1*( ["Not"] <token> | "["etag"]" ) ")" )}: a list without a
   * resource of its own is about the one named before it, else about the request's.
   */
  static List<Conditions.Group> groups(
      String written, Address address, Function<String, Optional<Address>> tag) {
    var groups = new ArrayList<Conditions.Group>();
    List<Conditions.Term> terms = null;
    Optional<Address> about = Optional.of(address);
    boolean not = false;
    var matcher = TOKENS.matcher(written.stripTrailing());
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
      if (matcher.group(3) != null && terms == null) {
        terms = new ArrayList<>();
      } else if (matcher.group(4) != null && terms != null && !terms.isEmpty() && !not) {
        groups.add(
            new Conditions.Group(
                about.map(Address::path).orElse(""), about.isPresent(), List.copyOf(terms)));
        terms = null;
      } else if (matcher.group(5) != null && terms != null && !not) {
        not = true;
      } else if (matcher.group(1) != null && terms == null) {
        about = tag.apply(matcher.group(1));
      } else if (terms != null && (matcher.group(1) != null || matcher.group(2) != null)) {
        terms.add(new Conditions.Term(not, matcher.group(1), matcher.group(2)));
        not = false;
      } else {
        throw new Malformed("If");
      }
    }
    if (terms != null || groups.isEmpty() || end != written.stripTrailing().length()) {
      throw new Malformed("If");
    }
    return groups;
  }

  /** {@code 0}, {@code 1} or all; the second unless the header says so. */
  static int depth(HttpServletRequest request, int byDefault) {
    var depth = request.getHeader("Depth");
    if (depth == null) {
      return byDefault;
    }
    return switch (depth.toLowerCase(Locale.ROOT)) {
      case "0" -> 0;
      case "1" -> 1;
      case "infinity" -> ALL;
      default -> throw new Malformed("Depth");
    };
  }

  /** How long a lock is wished for, in seconds. */
  static long timeout(HttpServletRequest request) {
    var header = request.getHeader("Timeout");
    var seconds = SECONDS.matcher(header == null ? "" : header);
    return seconds.matches() ? Long.parseLong(seconds.group(1)) : Integer.MAX_VALUE;
  }

  static String lockToken(HttpServletRequest request) {
    var header = request.getHeader("Lock-Token");
    var token = CODED.matcher(header == null ? "" : header.strip());
    if (!token.matches()) {
      throw new Malformed("Lock-Token");
    }
    return token.group(1);
  }
}
