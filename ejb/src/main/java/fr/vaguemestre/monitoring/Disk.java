package fr.vaguemestre.monitoring;

import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/** The disk of the data folder; bytes. */
@ApplicationScoped
public class Disk {
  public long free() {
    return of(FileStore::getUsableSpace);
  }

  public long total() {
    return of(FileStore::getTotalSpace);
  }

  private static long of(Measure measure) {
    try {
      return measure.of(Files.getFileStore(Setting.VAGUEMESTRE_DATA.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Measure {
    long of(FileStore disk) throws IOException;
  }
}
