package fr.vaguemestre.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The steps the features have. */
@ApplicationScoped
public class Chores {
  @Inject @Any Instance<Chore> all;

  /**
   * @throws IllegalArgumentException when no feature has such a step
   */
  Chore of(String step) {
    return all.stream()
        .filter(chore -> chore.step().equals(step))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no chore is called " + step));
  }
}
