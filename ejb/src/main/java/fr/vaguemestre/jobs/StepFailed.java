package fr.vaguemestre.jobs;

import jakarta.ejb.ApplicationException;

/** A step cannot go on, whatever its item: nothing is left out, the run fails. */
@ApplicationException(rollback = true)
public class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StepFailed(RuntimeException cause) {
    super(cause);
  }
}
