package fr.vaguemestre.web.delay;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.delay.Calendars;
import fr.vaguemestre.delay.ClosingDay;
import fr.vaguemestre.delay.DayOff;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.web.shell.Preferences;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** admin/calendar.xhtml: {@code year} whose days are shown, this year unless another is said. */
@Named
@ViewScoped
public class CalendarScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient HttpServletRequest request;
  @Inject Calendars calendars;
  @Inject CurrentReader reader;
  @Inject Tenants tenants;
  @Inject Preferences preferences;
  @Inject Told told;
  @Inject transient Clock clock;
  private List<ClosingDay> closings;
  private int year;
  private Territory territory;
  private boolean goodFriday;
  private LocalDate day;
  private String label;
  private boolean yearly;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_TYPES);
    var calendar = calendars.current();
    closings = calendar.own();
    territory = calendar.territory();
    goodFriday = calendar.goodFriday();
    var wanted = request.getParameter("year");
    year =
        wanted != null && wanted.matches("(19|2[0-9])[0-9]{2}")
            ? Integer.parseInt(wanted)
            : tenants.current().today(clock).getYear();
  }

  public String choose() {
    calendars.choose(reader.get(), territory, goodFriday);
    told.done("delay.calendar.saved");
    return shown(year);
  }

  public String add() {
    calendars.close(reader.get(), new ClosingDay(day, label, yearly));
    told.done("delay.closing.added", label);
    return shown(day.getYear());
  }

  /** Takes back a closing day of the list that was shown. */
  public String remove(ClosingDay closing) {
    calendars.reopen(reader.get(), closing.day());
    told.done("delay.closing.removed");
    return shown(year);
  }

  private static String shown(int year) {
    return "/admin/calendar.xhtml?faces-redirect=true&year=" + year;
  }

  public List<DayOff> getDays() {
    return calendars.current().of(year);
  }

  public String name(DayOff off) {
    return off.name(preferences.getLocale());
  }

  public List<ClosingDay> getClosings() {
    return closings;
  }

  public Territory[] getTerritories() {
    return Territory.values();
  }

  public int getYear() {
    return year;
  }

  public Territory getTerritory() {
    return territory;
  }

  public void setTerritory(Territory territory) {
    this.territory = territory;
  }

  public boolean isGoodFriday() {
    return goodFriday;
  }

  public void setGoodFriday(boolean goodFriday) {
    this.goodFriday = goodFriday;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public boolean isYearly() {
    return yearly;
  }

  public void setYearly(boolean yearly) {
    this.yearly = yearly;
  }
}
