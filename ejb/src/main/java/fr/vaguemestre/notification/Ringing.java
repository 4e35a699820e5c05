package fr.vaguemestre.notification;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Rings the bells of those who have been told something since, whichever server told it: what is
 * committed is looked at, so none rings too early. By one thread at a time ({@link
 * NotificationRounds}).
 */
@ApplicationScoped
public class Ringing {
  private static final Logger LOG = Logger.getLogger(Ringing.class.getName());

  /** Less than what proxies wait before they give a silent line up. */
  private static final Duration STILL = Duration.ofSeconds(25);

  @Inject Bells bells;
  @Inject Notifications notifications;
  @Inject Readers readers;
  @Inject Clock clock;
  private Instant stillAt = Instant.EPOCH;

  public void round() {
    bells.byOwner().entrySet().stream()
        .collect(
            Collectors.groupingBy(
                hung -> hung.getKey().town(),
                Collectors.toMap(hung -> hung.getKey().agent(), Map.Entry::getValue)))
        .forEach(this::visit);
    if (!clock.instant().isBefore(stillAt)) {
      stillAt = clock.instant().plus(STILL);
      bells.all().forEach(this::still);
    }
  }

  private void visit(int town, Map<Long, List<Bells.Hung>> agents) {
    try {
      TenantContext.run(
          town,
          () ->
              notifications
                  .newest(agents.keySet())
                  .forEach((agent, newest) -> ring(agent, newest, agents.get(agent))));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the bells of town " + town + " wait for the next round", e);
    }
  }

  /** One that cannot be held is let go: the others and the mails do not wait for it. */
  private void still(Bell bell) {
    try {
      bell.still();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "a bell has gone", e);
      bells.fall(bell);
    }
  }

  private void ring(long agent, long newest, List<Bells.Hung> hung) {
    var late = hung.stream().filter(one -> one.rungFor() < newest).map(Bells.Hung::bell).toList();
    if (late.isEmpty()) {
      return;
    }
    var reader = readers.of(agent);
    if (reader.isEmpty()) {
      late.forEach(bells::fall);
      return;
    }
    long unread = notifications.unread(reader.get());
    for (var bell : late) {
      bells.rang(bell, newest);
      bell.ring(unread);
    }
  }
}
