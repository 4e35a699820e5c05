package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.organisation.AgentLine;
import fr.vaguemestre.organisation.Organisation;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The demo accounts' one password, and the readers behind them. */
@Stateless
public class DemoPasswords {
  @Inject Credentials credentials;
  @Inject Organisation organisation;
  @Inject Readers readers;

  /** Gives every account of the town the same password. */
  public void give(char[] password) {
    var agents =
        organisation.agents(null).stream()
            .map(AgentLine::login)
            .map(login -> organisation.agent(login).orElseThrow())
            .toList();
    credentials.give(agents, password);
  }

  public Reader reader(String login) {
    return readers.of(organisation.agent(login).orElseThrow().id()).orElseThrow();
  }
}
