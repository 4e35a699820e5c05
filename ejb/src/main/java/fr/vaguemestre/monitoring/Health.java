package fr.vaguemestre.monitoring;

import fr.vaguemestre.monitoring.Check.Result;
import fr.vaguemestre.monitoring.Check.Status;
import java.util.List;

/** All checks at one time. */
public record Health(List<Result> results) {
  /** Down when something vital is; anything else that is not well only degrades the whole. */
  public Status status() {
    if (vital().stream().anyMatch(result -> result.status() == Status.DOWN)) {
      return Status.DOWN;
    }
    return results.stream().allMatch(result -> result.status() == Status.UP)
        ? Status.UP
        : Status.DEGRADED;
  }

  public List<Result> vital() {
    return results.stream().filter(result -> result.check().vital()).toList();
  }
}
