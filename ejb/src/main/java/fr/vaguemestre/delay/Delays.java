package fr.vaguemestre.delay;

import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The law's clock for agents, portals and letters, on the town's calendar unless another is said.
 */
@Stateless
public class Delays {
  @Inject Calendars calendars;
  @Inject Tenants tenants;

  /** R-TZ: the legal date of an instant, in the town's time zone. */
  public LocalDate legalDate(Instant at) {
    return LocalDate.ofInstant(at, tenants.current().zone());
  }

  /**
   * The clock on a calendar.
   *
   * @param territory null for the town's calendar with its own closing days; else the public
   *     holidays of that one alone
   * @param goodFriday null for what the town says, or none elsewhere
   * @throws fr.vaguemestre.platform.Refusal on {@code goodFriday} outside Alsace-Moselle
   */
  public LegalClock clock(Territory territory, Boolean goodFriday) {
    if (territory != null) {
      return new LegalClock(WorkCalendar.of(territory, Boolean.TRUE.equals(goodFriday)));
    }
    var town = calendars.current();
    return new LegalClock(
        goodFriday == null ? town : new WorkCalendar(town.territory(), goodFriday, town.own()));
  }
}
