package fr.vaguemestre.web.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.AgentLine;
import fr.vaguemestre.organisation.Organisation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** admin/agents.xhtml: {@code name}, how the first or last name begins. */
@Named
@RequestScoped
public class AgentsScreen {
  private static final int MOST = 200;

  @Inject Organisation organisation;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private List<AgentLine> agents;

  @PostConstruct
  void read() {
    reader.get().need(Right.ADMIN_AGENTS);
    agents = organisation.agents(request.getParameter("name"));
  }

  public List<AgentLine> getAgents() {
    return agents.subList(0, Math.min(MOST, agents.size()));
  }

  public int getTotal() {
    return agents.size();
  }

  public boolean isCut() {
    return agents.size() > MOST;
  }
}
