package fr.vaguemestre.web.access;

import fr.vaguemestre.access.Absences;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.organisation.AbsenceLine;
import fr.vaguemestre.organisation.AbsenceWish;
import fr.vaguemestre.tenant.Tenants;
import fr.vaguemestre.web.organisation.Addressees;
import fr.vaguemestre.web.shell.Numbers;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * account/absence.xhtml: {@code id} of an absence to change, or a new one; {@code of} the login of
 * somebody else, for an administrator.
 */
@Named
@ViewScoped
public class AbsenceScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Absences absences;
  @Inject Addressees addressees;
  @Inject Tenants tenants;
  @Inject CurrentReader reader;
  @Inject Told told;
  @Inject HttpServletRequest request;
  private Long id;
  private long version;
  private String login;
  private LocalDate startDay;
  private LocalTime startTime = LocalTime.of(8, 0);
  private LocalDate endDay;
  private LocalTime endTime = LocalTime.of(18, 0);
  private final List<ShareRow> rows = new ArrayList<>();

  @PostConstruct
  void read() {
    var wanted = request.getParameter("id");
    if (wanted == null) {
      var other = request.getParameter("of");
      login = other == null ? reader.get().login() : other;
      rows.add(new ShareRow());
    } else {
      show(absences.get(reader.get(), Numbers.needed(wanted)));
    }
    absences.shareable(reader.get(), login);
  }

  private void show(AbsenceLine line) {
    id = line.id();
    version = line.version();
    login = line.login();
    var start = line.startsAt().atZone(zone());
    var end = line.endsAt().atZone(zone());
    startDay = start.toLocalDate();
    startTime = start.toLocalTime();
    endDay = end.toLocalDate();
    endTime = end.toLocalTime();
    line.baskets()
        .forEach(given -> rows.add(ShareRow.of(given, addressees.agentShown(given.login()))));
  }

  public String save() {
    var wish = new AbsenceWish(login, at(startDay, startTime), at(endDay, endTime), given());
    var kept =
        id == null
            ? absences.declare(reader.get(), wish)
            : absences.change(reader.get(), id, version, wish);
    told.done("access.absence.saved");
    kept.loops().forEach(loop -> told.warn("access.absence.loop", loop.label(), loop.way()));
    return back();
  }

  public String cancel() {
    absences.cancel(reader.get(), id, version);
    told.done("access.absence.cancelled");
    return back();
  }

  public void addRow() {
    rows.add(new ShareRow());
  }

  public void removeRow(ShareRow row) {
    rows.remove(row);
  }

  private String back() {
    return isOwn()
        ? "/account/absences.xhtml?faces-redirect=true"
        : "/admin/absences.xhtml?faces-redirect=true";
  }

  /** A row without a basket is all of them; the same twice is once. */
  private List<AbsenceWish.Given> given() {
    Set<AbsenceWish.Given> given = new LinkedHashSet<>();
    for (var row : rows.stream().filter(r -> !r.empty()).toList()) {
      var colleague = addressees.agent("baskets", row.getColleague());
      var codes =
          row.getBasket() == null || row.getBasket().isEmpty()
              ? getBaskets().keySet().stream()
              : Stream.of(row.getBasket());
      codes.forEach(code -> given.add(new AbsenceWish.Given(code, colleague)));
    }
    return List.copyOf(given);
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone()).toInstant();
  }

  private ZoneId zone() {
    return tenants.find(reader.get().tenant()).orElseThrow().zone();
  }

  /** The baskets that can be shared, code and label. */
  public Map<String, String> getBaskets() {
    return absences.shareable(reader.get(), login);
  }

  public boolean isNew() {
    return id == null;
  }

  public boolean isOwn() {
    return reader.get().login().equals(login);
  }

  public String getName() {
    return addressees.agentName(login);
  }

  public List<ShareRow> getRows() {
    return rows;
  }

  public LocalDate getStartDay() {
    return startDay;
  }

  public void setStartDay(LocalDate startDay) {
    this.startDay = startDay;
  }

  public LocalTime getStartTime() {
    return startTime;
  }

  public void setStartTime(LocalTime startTime) {
    this.startTime = startTime;
  }

  public LocalDate getEndDay() {
    return endDay;
  }

  public void setEndDay(LocalDate endDay) {
    this.endDay = endDay;
  }

  public LocalTime getEndTime() {
    return endTime;
  }

  public void setEndTime(LocalTime endTime) {
    this.endTime = endTime;
  }
}
