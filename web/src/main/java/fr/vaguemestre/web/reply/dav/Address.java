package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.platform.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address in the folder of a reply: {@code /dav/reply/<letter>/<token>/<path>}; whoever gives
 * login and password puts anything in the token's place.
 *
 * @param folder {@code /dav/reply/<letter>/<token>}
 * @param path without a slash at either end
 */
record Address(long letter, String folder, String path) {
  private static final Pattern FOLDER =
      Pattern.compile("(/dav/reply/(\\d{1,18})/[A-Za-z0-9_-]+)(?:/(.*))?", Pattern.DOTALL);
  private static final int LONGEST = 400;

  /**
   * @throws Refusal NOT_FOUND when it is not one
   */
  static Address of(HttpServletRequest request) {
    var path = request.getPathInfo();
    return parse(request.getServletPath() + (path == null ? "" : path))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Where {@code Destination} or a tag of {@code If} leads; none when out of this folder.
   *
   * @param host of the request
   */
  Optional<Address> other(String uri, String host) {
    try {
      var there = new URI(uri.strip());
      var named = there.getRawAuthority();
      boolean here = named == null || named.equalsIgnoreCase(host);
      return here && there.getPath() != null
          ? parse(there.getPath()).filter(address -> address.folder().equals(folder))
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw new Malformed("not an address");
    }
  }

  static Optional<Address> parse(String path) {
    var parts = FOLDER.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var within = parts.group(3) == null ? "" : parts.group(3).replaceAll("/$", "");
    return sound(within)
        ? Optional.of(new Address(Long.parseLong(parts.group(2)), parts.group(1), within))
        : Optional.empty();
  }

  private static boolean sound(String path) {
    return path.isEmpty()
        || path.length() <= LONGEST
            && path.chars().noneMatch(Character::isISOControl)
            && Arrays.stream(path.split("/", -1))
                .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
  }

  /** The address of what lies at a path of this folder, as programs are told it. */
  String href(String path, boolean collection) {
    var names =
        Arrays.stream(path.split("/"))
            .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return folder + "/" + names + (collection && !path.isEmpty() ? "/" : "");
  }
}
