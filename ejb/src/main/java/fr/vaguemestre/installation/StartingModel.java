package fr.vaguemestre.installation;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What every town starts with; installed once, in one transaction. */
@Stateless
public class StartingModel {
  /** The code of the unit at the top of every chart. */
  public static final String TOP = "MAIRIE";

  /** The group that holds every right. */
  public static final String ADMINISTRATORS = "ADMINISTRATEURS";

  @Inject Chart chart;
  @Inject Organisation organisation;
  @Inject GroupAdministration groups;
  @Inject Credentials credentials;
  @Inject Circuits circuits;
  @Inject BasketAdministration baskets;

  public void install(Founding wish, char[] adminPassword) {
    if (organisation.unit(TOP).isPresent()) {
      return;
    }
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
    groups.foundAdministrators(ADMINISTRATORS, "Administrateurs", admin);
    credentials.give(admin, adminPassword);
    circuits.installIncoming();
    baskets.installUsual();
  }
}
