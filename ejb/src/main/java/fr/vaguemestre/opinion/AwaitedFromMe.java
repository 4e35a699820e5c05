package fr.vaguemestre.opinion;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Participation;
import fr.vaguemestre.circuit.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The contributor is whoever owes a contribution. */
@ApplicationScoped
public class AwaitedFromMe implements Participation {
  @Inject AskedContributions asked;

  @Override
  public Who who() {
    return Who.CONTRIBUTOR;
  }

  @Override
  public boolean concerns(Reader reader, long correspondence) {
    return !asked.awaitedFrom(reader, correspondence).isEmpty();
  }
}
