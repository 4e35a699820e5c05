package fr.vaguemestre.task;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Participation;
import fr.vaguemestre.circuit.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may answer a task: whoever sits in the unit of which it is asked. */
@ApplicationScoped
public class AskedOfMyUnit implements Participation {
  @Inject Tasks tasks;

  @Override
  public Who who() {
    return Who.TASKED;
  }

  @Override
  public boolean concerns(Reader reader, long correspondence) {
    return tasks.awaitedFrom(reader, correspondence);
  }
}
