package fr.vaguemestre.web.departure;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.departure.TownJobs;
import fr.vaguemestre.installation.Towns;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** admin/town-delete.xhtml: {@code code} of a suspended town. */
@Named
@ViewScoped
public class TownDeleteScreen implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject HttpServletRequest request;
  @Inject Towns towns;
  @Inject TownJobs jobs;
  @Inject CurrentReader reader;
  @Inject Told told;
  private String code;
  private String name;
  private String confirmation;

  @PostConstruct
  void read() {
    var town =
        towns.list(reader.get()).stream()
            .filter(t -> t.code().equals(request.getParameter("code")))
            .filter(Tenant::deletable)
            .findFirst()
            .orElseThrow(Refusal::notFound);
    code = town.code();
    name = town.name();
  }

  public String delete() {
    jobs.delete(reader.get(), code, confirmation);
    told.done("departure.delete.asked", name);
    return "/admin/towns.xhtml?faces-redirect=true";
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public String getConfirmation() {
    return confirmation;
  }

  public void setConfirmation(String confirmation) {
    this.confirmation = confirmation;
  }
}
