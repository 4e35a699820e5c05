package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Foundings;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.IntConsumer;
import java.util.logging.Logger;

/**
 * Loads a demo town through the services people use: the founding, then the chart, then the letters
 * one by one.
 */
@ApplicationScoped
public class DemoLoader {
  /** The account that the documentation shows: some letters are already read, followed, tagged. */
  private static final String MARKING = "assistante";

  static final char[] PASSWORD = "demo".toCharArray();
  private static final Logger LOG = Logger.getLogger(DemoLoader.class.getName());

  @Inject Foundings foundings;
  @Inject DemoTownSetup setup;
  @Inject DemoLetterLife lives;
  @Inject Organisation organisation;
  @Inject Readers readers;
  @Inject DemoBaskets baskets;
  @Inject DemoEntry entry;
  @Inject DemoAbsences absences;
  @Inject Clock clock;

  /**
   * @param progress told how many letters of this town are done
   */
  void load(String name, IntConsumer progress) {
    var demo = DemoData.town(name);
    var town = found(demo);
    TenantContext.run(town.id(), () -> fill(name, demo, town, progress));
  }

  private void fill(String name, DemoTown demo, Tenant town, IntConsumer progress) {
    setup.install(demo, founder(demo));
    var files = new DemoFiles(demo, town.today(clock));
    var dates = new DemoDates(town.today(clock));
    int done = 0;
    for (var letter : DemoData.letters(name)) {
      try {
        lives.live(letter, demo, town, files, dates);
      } catch (RuntimeException e) {
        throw new IllegalStateException("demo letter " + letter.ref(), e);
      }
      progress.accept(++done);
    }
    entry.forward(demo, files, dates);
    absences.declare(demo, town.zone(), dates);
    organisation.agent(MARKING).flatMap(a -> readers.of(a.id())).ifPresent(baskets::mark);
    LOG.info(town.name() + ": " + done + " letters loaded");
  }

  private Tenant found(DemoTown demo) {
    var admin = admin(demo);
    var tenant = demo.tenant();
    return foundings.found(
        new Founding(
            tenant.code(),
            tenant.name(),
            null,
            String.join("\n", tenant.address()),
            tenant.email(),
            tenant.phone(),
            admin.login(),
            admin.firstName(),
            admin.lastName()),
        PASSWORD);
  }

  /**
   * The first administrator as founded, with every right, whatever the town's own groups will leave
   * them.
   */
  private Reader founder(DemoTown demo) {
    var agent = organisation.agent(admin(demo).login()).orElseThrow();
    return readers.of(agent.id()).orElseThrow();
  }

  private static DemoTown.Agent admin(DemoTown demo) {
    return demo.agents().stream()
        .filter(
            a -> a.posts().stream().anyMatch(p -> p.function() == DemoTown.Function.ADMINISTRATOR))
        .findFirst()
        .orElseThrow();
  }
}
