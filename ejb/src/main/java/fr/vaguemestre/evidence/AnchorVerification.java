package fr.vaguemestre.evidence;

import fr.vaguemestre.journal.JournalChain;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Says whether an anchor kept elsewhere is the town's, and whether its journal still goes by it.
 */
final class AnchorVerification {
  private AnchorVerification() {}

  /**
   * What is wrong, in words; none when all holds.
   *
   * @param key the town's, none when it never signed anything here
   * @param seal the hash of the seal of a number, none when there is no such seal
   */
  static Optional<String> fault(
      byte[] json, String jws, Optional<SigningKey> key, LongFunction<Optional<String>> seal) {
    var file = Anchor.File.read(json);
    if (key.isEmpty() || !Jws.holds(jws, json, key.get())) {
      return Optional.of("la signature n’est pas celle de la ville " + file.town());
    }
    var anchor = file.anchor();
    var hash = anchor.number() == 0 ? Optional.of(JournalChain.START) : seal.apply(anchor.number());
    if (hash.isEmpty()) {
      return Optional.of("le scellé %d n’est plus dans le journal".formatted(anchor.number()));
    }
    return hash.get().equals(anchor.hash())
        ? Optional.empty()
        : Optional.of("le scellé %d n’est plus celui de l’ancre".formatted(anchor.number()));
  }
}
