package fr.vaguemestre.signing;

import fr.vaguemestre.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The installation's key ring for griffes, read once; a key added is used after a restart. */
@ApplicationScoped
public class GriffeKeys {
  private KeyRing ring;

  @PostConstruct
  void read() {
    var set = Setting.VAGUEMESTRE_GRIFFE_KEYS.value();
    var file =
        set.isEmpty()
            ? Setting.VAGUEMESTRE_DATA.path().resolve("secrets/griffe-keys")
            : Path.of(set);
    try {
      ring = KeyRing.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KeyRing ring() {
    return ring;
  }
}
