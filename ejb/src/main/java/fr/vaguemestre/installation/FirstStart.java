package fr.vaguemestre.installation;

import fr.vaguemestre.access.RandomPassword;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Logger;

/**
 * An instance without any town gets one, with one administrator. Their password is the one set, or
 * a random one left in a file that only this account reads, which the launcher shows once and
 * removes; never in the log.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstStart {
  private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

  @Inject Tenants tenants;
  @Inject Foundings foundings;

  @PostConstruct
  public void start() {
    if (Setting.VAGUEMESTRE_DEMO.on() || !tenants.all().isEmpty()) {
      return;
    }
    var set = Setting.VAGUEMESTRE_ADMIN_PASSWORD.value();
    var password = set.isEmpty() ? RandomPassword.make() : set;
    foundings.found(
        new Founding(
            "MAIRIE",
            "Ma collectivité",
            null,
            null,
            null,
            null,
            "admin",
            "Premier",
            "Administrateur"),
        password.toCharArray());
    if (set.isEmpty()) {
      leave(Setting.VAGUEMESTRE_DATA.path().resolve("first-administrator"), "admin " + password);
    }
  }

  private static void leave(Path file, String words) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, words + "\n");
      LOG.warning("First administrator: account and password in " + file + ", to be removed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
