package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.Logins;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Foundings;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** ORG7: a founding cut short leaves a closed town, which the next founding completes. */
@InServer
class TownFoundingIT {
  private final Tenants tenants = TestWar.find(TestWar.EJB + "Tenants", Tenants.class);
  private final Foundings foundings = TestWar.find(TestWar.EJB + "Foundings", Foundings.class);
  private final Logins logins = TestWar.find(TestWar.EJB + "Logins", Logins.class);
  private final Organisation organisation =
      TestWar.find(TestWar.EJB + "Organisation", Organisation.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(TownFoundingIT.class);
  }

  @Test
  void ORG7_cut_short_before_anything_is_installed() {
    var wish = wish();
    var begun = tenants.begin(wish.code(), wish.name(), null, null, null, null);
    assertThat(tenants.all()).extracting(Tenant::id).doesNotContain(begun.id());

    var town = foundings.found(wish, "Premier-Essai-1".toCharArray());

    assertThat(town.id()).isEqualTo(begun.id());
    assertThat(tenants.all()).extracting(Tenant::id).contains(town.id());
    TenantContext.run(town.id(), () -> assertThat(organisation.unit("MAIRIE")).isPresent());
  }

  @Test
  void ORG7_cut_short_before_it_opens() {
    var wish = wish();
    foundings.prepare(wish, "Premier-Essai-1".toCharArray());
    assertThat(login(wish, "Premier-Essai-1")).isEqualTo(Credentials.Verdict.REFUSED);

    foundings.found(wish, "Second-Essai-22".toCharArray());

    assertThat(login(wish, "Second-Essai-22")).isEqualTo(Credentials.Verdict.ACCEPTED);
    assertThat(login(wish, "Premier-Essai-1")).isEqualTo(Credentials.Verdict.REFUSED);
  }

  @Test
  void ORG7_a_town_at_work_is_not_founded_again() {
    var wish = wish();
    foundings.found(wish, "Premier-Essai-1".toCharArray());
    foundings.found(wish, "Second-Essai-22".toCharArray());
    assertThat(login(wish, "Premier-Essai-1")).isEqualTo(Credentials.Verdict.ACCEPTED);
  }

  private Credentials.Verdict login(Founding wish, String password) {
    return logins
        .attempt(
            wish.adminLogin() + "@" + wish.code(), password.toCharArray(), "localhost", "192.0.2.1")
        .verdict();
  }

  private static Founding wish() {
    var code = "F" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return new Founding(
        code, "Ville " + code, null, null, null, null, "f.premier", "Ada", "Premier");
  }
}
