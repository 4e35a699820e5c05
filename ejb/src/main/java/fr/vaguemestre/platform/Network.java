package fr.vaguemestre.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of IP addresses, written in CIDR ({@code 10.0.3.0/24}, {@code 2001:db8::/32}); an address
 * alone is a range of one. An IPv4 address written as IPv6 is the IPv4 one.
 */
public record Network(InetAddress base, int bits) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** The range of that text; empty when it is none. Asks no name server. */
  public static Optional<Network> parse(String text) {
    var cut = text.strip().split("/", -1);
    if (cut.length > 2) {
      return Optional.empty();
    }
    return address(cut[0])
        .flatMap(
            base -> {
              int most = base.getAddress().length * Byte.SIZE;
              if (cut.length == 1) {
                return Optional.of(new Network(base, most));
              }
              return cut[1].matches("\\d{1,3}") && Integer.parseInt(cut[1]) <= most
                  ? Optional.of(new Network(base, Integer.parseInt(cut[1])))
                  : Optional.empty();
            });
  }

  /** Those of a text, between commas, blanks or line ends; the words that are none are left out. */
  public static List<Network> all(String text) {
    return words(text).map(Network::parse).flatMap(Optional::stream).toList();
  }

  /** The first word of such a text that is no range. */
  public static Optional<String> firstWrong(String text) {
    return words(text).filter(word -> parse(word).isEmpty()).findFirst();
  }

  /** An IP address written as such; a name is none. */
  public static Optional<InetAddress> address(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    var one = base.getAddress();
    var other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (one[i] != other[i]) {
        return false;
      }
    }
    int rest = Byte.SIZE - bits % Byte.SIZE;
    return rest == Byte.SIZE || (one[whole] & 0xff) >> rest == (other[whole] & 0xff) >> rest;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + bits;
  }

  private static Stream<String> words(String text) {
    return text == null
        ? Stream.empty()
        : Stream.of(text.split("[,;\\s]+")).filter(word -> !word.isBlank());
  }
}
