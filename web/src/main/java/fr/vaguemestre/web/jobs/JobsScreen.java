package fr.vaguemestre.web.jobs;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.jobs.JobState;
import fr.vaguemestre.jobs.Jobs;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/jobs.xhtml and admin/jobs-progress.xhtml */
@Named
@RequestScoped
public class JobsScreen {
  private static final String HERE = "/admin/jobs.xhtml?faces-redirect=true";

  @Inject Jobs jobs;
  @Inject CurrentReader reader;
  @Inject RunWords words;
  @Inject Told told;
  private List<JobState> all;

  @PostConstruct
  void read() {
    all = jobs.all(reader.get());
  }

  public String start(Job job) {
    jobs.start(reader.get(), job);
    told.done("jobs.start.asked", words.name(job));
    return HERE;
  }

  public String stop(Job job) {
    jobs.stop(reader.get(), job);
    told.done("jobs.stop.asked", words.name(job));
    return HERE;
  }

  public String resume(Job job) {
    jobs.restart(reader.get(), job);
    told.done("jobs.resume.asked", words.name(job));
    return HERE;
  }

  public List<JobState> getAll() {
    return all;
  }

  /** Whether something goes on, so that the page asks again. */
  public boolean isMoving() {
    return all.stream().anyMatch(JobState::underWay);
  }
}
