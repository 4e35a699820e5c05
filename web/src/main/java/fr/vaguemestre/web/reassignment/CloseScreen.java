package fr.vaguemestre.web.reassignment;

import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reassignment.AgentClosures;
import fr.vaguemestre.reassignment.Held;
import fr.vaguemestre.reassignment.UnitClosures;
import fr.vaguemestre.web.organisation.Addressed;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;

/** admin/close.xhtml: the {@code unit} (code) or the {@code agent} (login) to be closed. */
@Named
@ViewScoped
public class CloseScreen implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 12;

  @Inject transient HttpServletRequest request;
  @Inject Directory directory;
  @Inject UnitClosures units;
  @Inject AgentClosures agents;
  @Inject AgentAdministration administration;
  @Inject CurrentReader reader;
  private String unit;
  private String agent;
  private String label;
  private long version;
  private String to;
  private Held held;

  @PostConstruct
  void read() {
    unit = request.getParameter("unit");
    agent = request.getParameter("agent");
    if (unit != null) {
      held = units.preview(reader.get(), unit);
      var node = directory.path(unit).getLast();
      label = node.label();
      version = node.version();
    } else {
      held = agents.preview(reader.get(), agent);
      version = administration.agent(reader.get(), agent).orElseThrow(Refusal::notFound).version();
      label = directory.person(agent).orElseThrow().name();
    }
  }

  public String close() {
    var successor = Addressed.code(to);
    var closure =
        unit == null
            ? agents.close(reader.get(), agent, successor, version)
            : units.close(reader.get(), unit, successor, version);
    return "/admin/closure.xhtml?faces-redirect=true&id=" + closure;
  }

  /** Who or which unit may take over, as the field writes them. */
  public List<String> successors(String typed) {
    if (unit == null) {
      return directory.people(typed, MOST).stream()
          .filter(a -> !a.login().equals(agent))
          .map(a -> Addressed.written(a.name(), false, a.login()))
          .toList();
    }
    return directory
        .units(typed, reader.get().within(Right.ADMIN_ORGANISATION), false, MOST)
        .stream()
        .filter(u -> !u.code().equals(unit))
        .map(Addressed::unit)
        .toList();
  }

  public Held getHeld() {
    return held;
  }

  public boolean isOfUnit() {
    return unit != null;
  }

  /** Where one comes from: the card of what is to be closed. */
  public String getCard() {
    return unit == null ? "/admin/agent.xhtml?login=" + agent : "/admin/unit.xhtml?code=" + unit;
  }

  public String getLabel() {
    return label;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
