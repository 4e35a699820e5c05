package fr.vaguemestre.delay;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A day on which the town's services are closed besides public holidays.
 *
 * @param yearly the same day and month in every year from that one on
 */
public record ClosingDay(
    @NotNull LocalDate day, @NotBlank @Size(max = 120) String label, boolean yearly)
    implements Serializable {
  boolean falls(LocalDate on) {
    return yearly
        ? !on.isBefore(day) && MonthDay.from(on).equals(MonthDay.from(day))
        : on.equals(day);
  }
}
