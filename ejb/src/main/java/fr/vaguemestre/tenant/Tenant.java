package fr.vaguemestre.tenant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A town served by this instance. Its code opens every chrono number; its time zone turns instants
 * into legal dates (R-TZ). {@code founded} is false while what it starts with is not all there;
 * {@code platform} marks the one town whose administrators may administer the platform; {@code
 * leaving} is true from the moment its deletion is asked for (ORG7).
 */
public record Tenant(
    int id,
    String code,
    String name,
    String hostName,
    ZoneId zone,
    String address,
    String email,
    String phone,
    boolean active,
    boolean founded,
    boolean platform,
    boolean leaving) {
  /** Suspended, and no more than that: it may be deleted or work again. */
  public boolean suspended() {
    return founded && !active && !leaving;
  }

  /** Whether its deletion may be asked for: suspended, and not the platform's own. */
  public boolean deletable() {
    return suspended() && !platform;
  }

  public LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
