package fr.vaguemestre.web.delay;

import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.delay.Distance;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.web.shell.Preferences;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** delay/calculator.xhtml: the dates of a request, and why they are so. */
@Named
@RequestScoped
public class DelayScreen {
  @Inject Delays delays;
  @Inject Tenants tenants;
  @Inject Preferences preferences;
  @Inject Clock clock;
  private final DelayForm entry = new DelayForm();
  private List<Shown> dates = List.of();

  /** A date as it is shown; {@code label} a message key. */
  public record Shown(String label, LocalDate date, String explanation, String source) {}

  @PostConstruct
  void open() {
    entry.setReceived(tenants.current().today(clock));
  }

  /** Shows the dates of what is typed. */
  public void compute() {
    var counted = delays.clock(entry.getCalendar(), entry.isGoodFriday() ? Boolean.TRUE : null);
    var found = new ArrayList<Shown>();
    switch (entry.getKind()) {
      case DOCUMENTS -> add(found, "cada", counted.documentAccess(received()));
      case PERSONAL_DATA -> {
        add(found, "rgpd", counted.dataSubject(received(), false));
        add(found, "rgpd-extended", counted.dataSubject(received(), true));
      }
      case SVR, SVA, NONE -> {
        var answer = counted.answer(entry.question());
        add(found, "aee", answer.aee());
        add(found, "are", answer.are());
        add(found, "implicit." + entry.getKind(), answer.implicit());
        add(found, "appeal", answer.appeal());
      }
    }
    dates = found;
  }

  private LocalDate received() {
    var question = DelayQuestion.of(entry.getReceived(), Regime.NONE, null);
    question.faults().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
    return entry.getReceived();
  }

  private void add(List<Shown> found, String label, DelayDate date) {
    if (date != null) {
      found.add(
          new Shown(
              "delay.label." + label,
              date.date(),
              date.explanation(preferences.getLocale()),
              date.source()));
    }
  }

  public DelayForm getEntry() {
    return entry;
  }

  public List<Shown> getDates() {
    return dates;
  }

  public DelayForm.Kind[] getKinds() {
    return DelayForm.Kind.values();
  }

  public DelayForm.Unit[] getUnits() {
    return DelayForm.Unit.values();
  }

  public Territory[] getCalendars() {
    return Territory.values();
  }

  public Distance[] getDistances() {
    return Distance.values();
  }
}
