package fr.vaguemestre.installation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether requests can be served: the database answers, the data folder can be written to. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
  @Inject OwnerDatabase database;

  @Override
  public HealthCheckResponse call() {
    var answers = answers();
    var writable = Files.isWritable(Setting.VAGUEMESTRE_DATA.path());
    return HealthCheckResponse.named("vaguemestre")
        .withData("database", answers)
        .withData("data-folder", writable)
        .status(answers && writable)
        .build();
  }

  private boolean answers() {
    try {
      return !database.list(sql("select 1 as one"), row -> row.number("one")).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
