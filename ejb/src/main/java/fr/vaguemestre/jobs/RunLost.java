package fr.vaguemestre.jobs;

import jakarta.ejb.ApplicationException;

/** Another has taken this run up: whoever still works on it must stop, and nothing is written. */
@ApplicationException(rollback = true)
public class RunLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunLost(long run) {
    super("run " + run + " is carried out by another execution");
  }
}
