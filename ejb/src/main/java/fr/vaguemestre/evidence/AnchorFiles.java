package fr.vaguemestre.evidence;

import fr.vaguemestre.platform.Folders;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.TenantGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Anchors on the data disk: {@code anchors/<town>/<day>.json}, and its detached signature beside it
 * ({@code .jws}). Each is written aside, forced to the disk, then moved to its place.
 */
@ApplicationScoped
public class AnchorFiles {
  @Inject EvidenceKeys keys;

  void write(Tenant town, Anchor anchor) {
    var json = anchor.json(town.code());
    var jws = Jws.sign(json, keys.current());
    try {
      var folder = Files.createDirectories(folder(town.id()));
      put(folder.resolve(anchor.day() + ".json.jws"), jws.getBytes(StandardCharsets.US_ASCII));
      put(folder.resolve(anchor.day() + ".json"), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The town has left, and its journal with it. */
  void drop(@Observes TenantGone gone) throws IOException {
    Folders.delete(folder(gone.tenant()));
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    var aside = file.resolveSibling("." + file.getFileName());
    Files.write(aside, bytes);
    try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path folder(int town) {
    return Setting.VAGUEMESTRE_DATA.path().resolve("anchors").resolve(Integer.toString(town));
  }
}
