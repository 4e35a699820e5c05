package fr.vaguemestre.web.departure;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.departure.Archives;
import fr.vaguemestre.departure.TownJob;
import fr.vaguemestre.departure.TownJobs;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The exports and deletions on admin/towns.xhtml. */
@Named
@RequestScoped
public class TownJobsScreen {
  @Inject TownJobs jobs;
  @Inject Archives archives;
  @Inject CurrentReader reader;
  @Inject Told told;
  private List<TownJob> all;

  @PostConstruct
  void read() {
    all = jobs.list(reader.get());
  }

  public String export(Tenant town) {
    jobs.export(reader.get(), town.code());
    told.done("departure.export.asked", town.name());
    return "/admin/towns.xhtml?faces-redirect=true";
  }

  /** Whether the job has something to download. */
  public boolean ready(TownJob job) {
    return job.kind() == TownJob.Kind.DELETION ? job.done() : archives.there(job);
  }

  public List<TownJob> getAll() {
    return all;
  }
}
