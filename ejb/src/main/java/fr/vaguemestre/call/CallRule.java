package fr.vaguemestre.call;

import fr.vaguemestre.platform.Network;
import java.net.InetAddress;
import java.util.List;

/**
 * How a machine account may call.
 *
 * @param perMinute calls in a minute of the clock
 * @param networks it may call from; none for anywhere
 */
record CallRule(int perMinute, List<Network> networks) {
  CallRule {
    networks = List.copyOf(networks);
  }

  boolean from(InetAddress address) {
    return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
  }
}
