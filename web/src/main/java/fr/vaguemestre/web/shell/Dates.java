package fr.vaguemestre.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates that speak: "En retard de 2 jours", "Dans 2 jours", "27 nov."; the whole date when asked.
 */
@Named
@ApplicationScoped
public class Dates {
  /** From how many days before a deadline it is said in days, and in amber. */
  private static final int SOON = 5;

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  @Inject Clock clock;
  @Inject Preferences preferences;

  /** A deadline as a chip: its class ({@code late}, {@code soon} or none) and its words. */
  public record Due(String kind, String text) {}

  public Due due(LocalDate on) {
    if (on == null) {
      return null;
    }
    long days = ChronoUnit.DAYS.between(today(), on);
    if (days < 0) {
      return new Due(
          "late", days == -1 ? text("shell.due.late.one") : text("shell.due.late.many", -days));
    }
    if (days <= SOON) {
      var key = days == 0 ? "shell.due.today" : days == 1 ? "shell.due.tomorrow" : "shell.due.in";
      return new Due("soon", text(key, days));
    }
    return new Due("", day(on));
  }

  /** "27 nov.", with the year when it is not this one; "1er déc." as French writes it. */
  public String day(LocalDate on) {
    if (on == null) {
      return "";
    }
    var pattern = on.getYear() == today().getYear() ? "d MMM" : "d MMM yyyy";
    return first(on, DateTimeFormatter.ofPattern(pattern, locale()).format(on));
  }

  /** "jeudi 19 novembre 2026". */
  public String full(LocalDate on) {
    if (on == null) {
      return "";
    }
    return first(
        on, DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale()).format(on));
  }

  /** "19 novembre 2026". */
  public String longDay(LocalDate on) {
    if (on == null) {
      return "";
    }
    return first(
        on, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale()).format(on));
  }

  /** A moment: "à l’instant", "il y a 12 min", "15:25", "hier 09:02", "17 nov. 15:25". */
  public String moment(Instant at) {
    if (at == null) {
      return "";
    }
    var passed = Duration.between(at, clock.instant());
    var local = at.atZone(ZONE);
    var time = DateTimeFormatter.ofPattern("HH:mm").format(local);
    if (!passed.isNegative() && passed.toMinutes() < 60) {
      return passed.toMinutes() < 1
          ? text("shell.ago.now")
          : text("shell.ago.minutes", passed.toMinutes());
    }
    if (local.toLocalDate().equals(today())) {
      return time;
    }
    return local.toLocalDate().equals(today().minusDays(1))
        ? text("shell.ago.yesterday", time)
        : day(local.toLocalDate()) + " " + time;
  }

  /** "19 novembre 2026 à 15:25": an end or a beginning, to the minute. */
  public String upTo(Instant at) {
    var local = at.atZone(ZONE);
    return text(
        "shell.at",
        longDay(local.toLocalDate()),
        DateTimeFormatter.ofPattern("HH:mm").format(local));
  }

  /** "19 novembre 2026 à 15:25:07", for a title or the journal. */
  public String exact(Instant at) {
    if (at == null) {
      return "";
    }
    var local = at.atZone(ZONE);
    return text(
        "shell.at",
        longDay(local.toLocalDate()),
        DateTimeFormatter.ofPattern("HH:mm:ss").format(local));
  }

  private String first(LocalDate on, String text) {
    return on.getDayOfMonth() == 1 && locale().getLanguage().equals("fr")
        ? text.replaceFirst("\\b1\\b", "1er")
        : text;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private Locale locale() {
    return preferences.getLocale();
  }

  private String text(String key, Object... arguments) {
    return Bundles.text(locale(), key, arguments);
  }
}
