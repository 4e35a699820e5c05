package fr.vaguemestre.web.look;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.look.Look;
import fr.vaguemestre.look.Looks;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The look of the page: of the reader's town, before login of the town of this host name. */
@Named
@RequestScoped
public class TownLook {
  @Inject HttpServletRequest request;
  @Inject CurrentReader reader;
  @Inject Tenants tenants;
  @Inject Looks looks;
  private Optional<Integer> town;
  private Optional<Look> look;

  /** Empty for the product's own look. */
  public String getVersion() {
    return look().map(Look::version).orElse("");
  }

  public boolean isLogo() {
    return look().map(Look::logo).isPresent();
  }

  Optional<Integer> town() {
    if (town == null) {
      town =
          reader
              .find()
              .map(r -> r.tenant())
              .or(
                  () ->
                      tenants
                          .byHostName(request.getServerName().toLowerCase(Locale.ROOT))
                          .filter(Tenant::founded)
                          .map(Tenant::id));
    }
    return town;
  }

  Optional<Look> look() {
    if (look == null) {
      look = town().map(looks::of);
    }
    return look;
  }
}
