package fr.vaguemestre.web.jobs;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.jobs.Jobs;
import fr.vaguemestre.jobs.Run;
import fr.vaguemestre.jobs.RunNote;
import fr.vaguemestre.jobs.RunNotes;
import fr.vaguemestre.jobs.Schedule;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** admin/job.xhtml: {@code name} of the job, {@code run} whose notes are shown, else the last. */
@Named
@ViewScoped
public class JobScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Jobs jobs;
  @Inject RunNotes notes;
  @Inject CurrentReader reader;
  @Inject Told told;
  private Job job;
  private Long shown;
  private boolean active;
  private String at;
  private String[] days;

  @PostConstruct
  void read() {
    var name = request.getParameter("name");
    if (name == null) {
      throw Refusal.notFound();
    }
    job = Job.titled(name);
    var state = jobs.one(reader.get(), job);
    shown = Numbers.row(request.getParameter("run"));
    if (shown == null && state.last() != null) {
      shown = state.last().id();
    }
    getNotes(); // no such run is told before anything is shown
    active = state.schedule().active();
    at = state.schedule().at().toString();
    days = state.schedule().days().stream().map(DayOfWeek::name).toArray(String[]::new);
  }

  public String schedule() {
    var on = Stream.of(days).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    jobs.schedule(reader.get(), job, new Schedule(time(), on, active));
    told.done("jobs.hours.saved");
    return "/admin/job.xhtml?faces-redirect=true&name=" + job.title();
  }

  private LocalTime time() {
    try {
      return LocalTime.parse(at);
    } catch (DateTimeParseException e) {
      throw Refusal.field("at", "jobs.at-needed");
    }
  }

  public List<Run> getRuns() {
    return jobs.runs(reader.get(), job);
  }

  public List<RunNote> getNotes() {
    return shown == null
        ? List.of()
        : notes.page(reader.get(), job, shown, null, RunNotes.MOST).items();
  }

  public List<DayOfWeek> getWeek() {
    return Arrays.asList(DayOfWeek.values());
  }

  public Job getJob() {
    return job;
  }

  public Long getShown() {
    return shown;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }

  public String[] getDays() {
    return days;
  }

  public void setDays(String... days) {
    this.days = days;
  }
}
