package fr.vaguemestre.webhook;

import fr.vaguemestre.platform.Network;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.settings.Setting;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where calls may go: to public addresses over TLS, and to the networks inside that the operator
 * opened. What a name leads to is asked once, and all of it must be allowed: the call goes to the
 * very address that was judged.
 */
final class HookRules {
  private static final String FIELD = "address";
  private static final Network LOOPBACK = Network.parse("127.0.0.0/8").orElseThrow();

  /** Not of the public Internet (RFC 6890 and its registries). */
  private static final List<Network> INNER =
      Network.all(
          "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24"
              + " 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24"
              + " 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 2001::/23 2001:db8::/32 2002::/16");

  /** Of IPv6 what was given out; the rest is inner, or leads round by another way. */
  private static final Network GIVEN_OUT = Network.parse("2000::/3").orElseThrow();

  private final List<Network> opened;

  HookRules(List<Network> opened) {
    this.opened = List.copyOf(opened);
  }

  /** As the operator set them; the demonstration also calls its own machine. */
  static HookRules asSet() {
    var set = Network.all(Setting.VAGUEMESTRE_WEBHOOK_NETWORKS.value());
    return new HookRules(set.isEmpty() && Setting.VAGUEMESTRE_DEMO.on() ? List.of(LOOPBACK) : set);
  }

  /** The call may not go there, or nobody knows where it would. */
  static final class Closed extends Exception {
    private static final long serialVersionUID = 1L;
    private final Fault fault;

    Closed(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  /**
   * Reads an address that an administrator typed. Asks no name server.
   *
   * @throws Refusal on {@code address}
   */
  URI read(String typed) {
    return read(FIELD, typed);
  }

  /** The same, on another field. */
  URI read(String field, String typed) {
    var address = parse(typed).orElseThrow(() -> Refusal.field(field, "webhook.address"));
    if (!Set.of("http", "https").contains(address.getScheme())
        || address.getRawUserInfo() != null
        || address.getRawFragment() != null
        || address.getPort() == 0
        || address.getPort() > 65_535) {
      throw Refusal.field(field, "webhook.address");
    }
    if (address.getScheme().equals("http") && opened.isEmpty()) {
      throw Refusal.field(field, "webhook.https");
    }
    boolean inner = "localhost".equalsIgnoreCase(host(address)) && !opened.contains(LOOPBACK);
    var written = Network.address(host(address));
    if (inner || written.isPresent() && !allowed(address, written.get())) {
      throw Refusal.field(field, "webhook.inner-address");
    }
    return address;
  }

  /** The one address to connect to. */
  InetAddress place(URI address) throws Closed {
    InetAddress[] all;
    try {
      all = InetAddress.getAllByName(host(address));
    } catch (UnknownHostException e) {
      throw new Closed(Fault.UNKNOWN_HOST);
    }
    for (var one : all) {
      if (!allowed(address, one)) {
        throw new Closed(Fault.FORBIDDEN_ADDRESS);
      }
    }
    return all[0];
  }

  /** Whether a call may go there; without TLS only to what the operator opened. */
  private boolean allowed(URI address, InetAddress place) {
    if (opened.stream().anyMatch(network -> network.contains(place))) {
      return true;
    }
    boolean v6 = place.getAddress().length > 4;
    return address.getScheme().equals("https")
        && INNER.stream().noneMatch(network -> network.contains(place))
        && (!v6 || GIVEN_OUT.contains(place));
  }

  /** Without the brackets of an IPv6 address. */
  static String host(URI address) {
    return address.getHost().replaceAll("^\\[|]$", "");
  }

  private static Optional<URI> parse(String typed) {
    try {
      var address = new URI(typed.strip());
      return Optional.of(address).filter(a -> a.getScheme() != null && a.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
