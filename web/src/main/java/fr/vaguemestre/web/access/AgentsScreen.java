package fr.vaguemestre.web.access;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.AgentPage;
import fr.vaguemestre.organisation.Directory;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** admin/agents.xhtml: {@code name}, words of the name; {@code page}, from 1. */
@Named
@RequestScoped
public class AgentsScreen {
  private static final int SIZE = 50;

  @Inject Directory directory;
  @Inject CurrentReader reader;
  @Inject HttpServletRequest request;
  private AgentPage agents;
  private int page;

  @PostConstruct
  void read() {
    var who = reader.get();
    who.need(Right.ADMIN_AGENTS);
    page = page(request.getParameter("page"));
    agents =
        directory.agents(
            request.getParameter("name"),
            who.within(Right.ADMIN_AGENTS),
            true,
            (page - 1) * SIZE,
            SIZE);
  }

  private static int page(String wanted) {
    return wanted != null && wanted.matches("[1-9]\\d{0,5}") ? Integer.parseInt(wanted) : 1;
  }

  public AgentPage getAgents() {
    return agents;
  }

  public int getPage() {
    return page;
  }

  public long getPages() {
    return Math.max(1, (agents.total() + SIZE - 1) / SIZE);
  }

  /** The address of another page of the same list. */
  public String at(long other) {
    var name = Objects.toString(request.getParameter("name"), "");
    return "/admin/agents.xhtml?page="
        + other
        + (name.isBlank() ? "" : "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
  }
}
