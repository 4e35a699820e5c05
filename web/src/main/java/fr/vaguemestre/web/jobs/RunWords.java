package fr.vaguemestre.web.jobs;

import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.jobs.JobState;
import fr.vaguemestre.jobs.Run;
import fr.vaguemestre.jobs.RunNote;
import fr.vaguemestre.web.shell.Dates;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.stream.Collectors;

/** Jobs and their runs in words. */
@Named
@RequestScoped
public class RunWords {
  private static final int MINUTE = 60;

  @Inject Texts msg;
  @Inject Dates dates;
  @Inject Preferences preferences;

  public String name(Job job) {
    return msg.get("jobs.name." + job.title());
  }

  /** "Tous les jours à 02:30", "lun., mar. à 06:00", "Seulement à la main". */
  public String hours(JobState job) {
    var hours = job.schedule();
    if (!hours.active()) {
      return msg.get("jobs.hours.none");
    }
    var at = hours.at().toString();
    return hours.days().size() == DayOfWeek.values().length
        ? msg.of("jobs.hours.daily", at)
        : msg.of(
            "jobs.hours.some",
            hours.days().stream().sorted().map(this::day).collect(Collectors.joining(", ")),
            at);
  }

  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT_STANDALONE, preferences.getLocale());
  }

  /** "En cours", "Terminé avec 2 écartés"… */
  public String state(Run run) {
    return run.stopping() ? msg.get("jobs.stopping") : msg.get("jobs.state." + run.state());
  }

  /** The kind of chip that a run's state is. */
  public String kind(Run run) {
    return switch (run.state()) {
      case WANTED, RUNNING -> "busy";
      case STOPPED -> "soon";
      case FAILED -> "late";
      case DONE -> run.skipped() + run.found() > 0 ? "soon" : "done";
    };
  }

  /** "1200 sur 4096, 350 par seconde, encore 8 s": what is known of it. */
  public String progress(Run run) {
    var text = new StringBuilder(msg.of("jobs.progress", run.stepDone(), run.stepTotal()));
    run.perSecond().ifPresent(rate -> text.append(", ").append(msg.of("jobs.rate", rate)));
    run.secondsLeft()
        .ifPresent(left -> text.append(", ").append(msg.of("jobs.left", lasting(left))));
    return text.toString();
  }

  /** How long it lasted; null while it has not ended. */
  public String lasted(Run run) {
    return run.startedAt() == null || run.endedAt() == null
        ? null
        : lasting(Duration.between(run.startedAt(), run.endedAt()).toSeconds());
  }

  public String why(RunNote note) {
    return note.skipped() ? note.reason() : msg.get("jobs.found." + note.reason());
  }

  private String lasting(long seconds) {
    return seconds < MINUTE
        ? msg.of("jobs.seconds", seconds)
        : msg.of("jobs.minutes", (seconds + MINUTE / 2) / MINUTE);
  }
}
