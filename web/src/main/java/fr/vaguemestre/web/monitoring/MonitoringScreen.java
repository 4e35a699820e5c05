package fr.vaguemestre.web.monitoring;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.monitoring.Figures;
import fr.vaguemestre.monitoring.Health;
import fr.vaguemestre.monitoring.Monitoring;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** admin/monitoring.xhtml: whether this server does its work, and what waits in it. */
@Named
@RequestScoped
public class MonitoringScreen {
  @Inject Monitoring monitoring;
  @Inject CurrentReader reader;
  private Health health;
  private Figures figures;
  private Monitoring.Versions versions;

  @PostConstruct
  void read() {
    health = monitoring.health(reader.get());
    var counted = monitoring.figures(reader.get());
    figures = counted.orElse(null);
    versions = Monitoring.versions(counted);
  }

  public Health getHealth() {
    return health;
  }

  /** Null for operators of another town than the platform's, and while the database is silent. */
  public Figures getFigures() {
    return figures;
  }

  public Monitoring.Versions getVersions() {
    return versions;
  }
}
