package fr.vaguemestre.web.access;

import fr.vaguemestre.access.ApiClientCard;
import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.AbuseRule;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * admin/clients.xhtml: machine accounts, and from what their submissions are suspected of abuse.
 */
@Named
@RequestScoped
public class ClientsScreen {
  @Inject ApiClients clients;
  @Inject CurrentReader reader;
  @Inject AbuseRule abuse;
  @Inject Told told;
  private List<ApiClientCard> all;
  private Integer perHour;
  private boolean held;

  @PostConstruct
  void read() {
    all = clients.list(reader.get());
    abuse
        .limit()
        .ifPresent(
            limit -> {
              perHour = limit.perHour();
              held = limit.held();
            });
  }

  /** Whose last day is near. */
  public List<ApiClientCard> getEnding() {
    return all.stream().filter(ApiClientCard::endsSoon).toList();
  }

  public String limit() {
    abuse.set(reader.get(), perHour, held);
    told.done("acknowledgement.abuse.saved");
    return "/admin/clients.xhtml?faces-redirect=true";
  }

  public Integer getPerHour() {
    return perHour;
  }

  public void setPerHour(Integer perHour) {
    this.perHour = perHour;
  }

  public boolean isHeld() {
    return held;
  }

  public void setHeld(boolean held) {
    this.held = held;
  }

  public List<ApiClientCard> getAll() {
    return all;
  }
}
