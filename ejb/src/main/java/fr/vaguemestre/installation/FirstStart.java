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
import java.util.logging.Logger;

/**
 * An instance without any town gets one, with one administrator whose password is set or shown once
 * in the log.
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
      LOG.warning(
          "First administrator: admin / " + password + " (shown once; change it after logging in)");
    }
  }
}
