package fr.vaguemestre.web.installation;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.installation.Towns;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.web.shell.Told;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/towns.xhtml */
@Named
@RequestScoped
public class TownsScreen {
  private static final String HERE = "/admin/towns.xhtml?faces-redirect=true";

  @Inject Towns towns;
  @Inject CurrentReader reader;
  @Inject Told told;
  private List<Tenant> all;

  @PostConstruct
  void read() {
    all = towns.list(reader.get());
  }

  public String suspend(Tenant town) {
    towns.suspend(reader.get(), town.code());
    told.done("installation.town.suspended", town.name());
    return HERE;
  }

  public String resume(Tenant town) {
    towns.resume(reader.get(), town.code());
    told.done("installation.town.resumed", town.name());
    return HERE;
  }

  public List<Tenant> getAll() {
    return all;
  }
}
