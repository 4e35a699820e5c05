package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Records the decisions of silence that were born before the town's day (R-TZ). What a stopped
 * server missed is recorded by the next run, under the day it was born on.
 */
@ApplicationScoped
public class DelayWatch implements Chore {
  @Inject TacitDecisions decisions;
  @Inject OperatorSight sight;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @Override
  public String step() {
    return "delay-watch";
  }

  @Override
  public long size() {
    return decisions.count();
  }

  /** A run that finds no letter begins the watch of its town all the same. */
  @Override
  public List<String> after(String key, int most) {
    if (key == null) {
      decisions.since(today());
    }
    return decisions.candidates(key == null ? 0L : Long.parseLong(key), most).stream()
        .map(String::valueOf)
        .toList();
  }

  @Override
  public List<String> told(List<String> keys) {
    return sight.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var today = today();
    var since = decisions.since(today);
    keys.forEach(letter -> decisions.record(Long.parseLong(letter), today, since));
  }

  private LocalDate today() {
    return tenants.current().today(clock);
  }
}
