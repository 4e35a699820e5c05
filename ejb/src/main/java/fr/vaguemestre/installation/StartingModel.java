package fr.vaguemestre.installation;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.tenant.Tenant;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What every town starts with, in one transaction. Installed again, the administrator gets the new
 * password.
 */
@Stateless
public class StartingModel {
  /** The code of the unit at the top of every chart. */
  public static final String TOP = "MAIRIE";

  /** The group that holds every right of a town. */
  public static final String ADMINISTRATORS = "ADMINISTRATEURS";

  @Inject Chart chart;
  @Inject Organisation organisation;
  @Inject GroupAdministration groups;
  @Inject Credentials credentials;
  @Inject Circuits circuits;
  @Inject BasketAdministration baskets;

  public void install(Tenant town, Founding wish, char[] adminPassword) {
    boolean again = organisation.unit(TOP).isPresent();
    chart.saveUnit(
        new UnitWish(
            TOP,
            wish.name(),
            wish.name(),
            UnitKind.TOWN,
            null,
            wish.email(),
            wish.phone(),
            wish.address()),
        null);
    var admin =
        chart.saveAgent(
            new AgentWish(
                wish.adminLogin(),
                wish.adminFirstName(),
                wish.adminLastName(),
                null,
                "Administrateur",
                null,
                null,
                List.of(new AgentWish.Place(TOP, Function.ADMINISTRATOR, true)),
                List.of()),
            null);
    credentials.give(admin, adminPassword);
    if (again) {
      groups.join(admin, List.of(ADMINISTRATORS));
      return;
    }
    groups.foundAdministrators(ADMINISTRATORS, "Administrateurs", admin, rights(town));
    circuits.installIncoming();
    baskets.installUsual();
  }

  /** The platform is administered from its own town only. */
  private static Set<Right> rights(Tenant town) {
    return town.platform()
        ? EnumSet.allOf(Right.class)
        : EnumSet.complementOf(EnumSet.of(Right.ADMIN_PLATFORM));
  }
}
