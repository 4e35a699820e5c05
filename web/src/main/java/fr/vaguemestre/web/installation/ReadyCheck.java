package fr.vaguemestre.web.installation;

import fr.vaguemestre.installation.Readiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** {@code /health/ready} on the management port. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {
  @Inject Readiness readiness;

  @Override
  public HealthCheckResponse call() {
    var answer = readiness.read();
    return HealthCheckResponse.named("vaguemestre")
        .withData("database", answer.database())
        .withData("data-folder", answer.dataFolder())
        .status(answer.ready())
        .build();
  }
}
