package fr.vaguemestre.tenant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A town served by this instance. Its code opens every chrono number; its time zone turns instants
 * into legal dates (R-TZ).
 */
public record Tenant(
    int id, String code, String name, ZoneId zone, String address, String email, String phone) {
  public LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
