package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.Absences;
import fr.vaguemestre.organisation.AbsenceWish;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Who will be away in a demo town, declared by themselves (ORG5). Bears being run again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoAbsences {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  @Inject Absences absences;
  @Inject DemoPasswords accounts;

  public void declare(DemoTown town, ZoneId zone, DemoDates dates) {
    for (var away : town.absences()) {
      var agent = accounts.reader(away.agent());
      if (absences.of(agent, away.agent()).isEmpty()) {
        absences.declare(
            agent,
            new AbsenceWish(
                away.agent(),
                at(dates.day(away.fromDay()), MORNING, zone),
                at(dates.day(away.untilDay()), EVENING, zone),
                away.baskets().stream()
                    .map(s -> new AbsenceWish.Given(s.basket(), s.replacement()))
                    .toList()));
      }
    }
  }

  private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
