package fr.vaguemestre.batch.demo;

import fr.vaguemestre.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Loads the demo towns behind the server's start, once. The file {@code demo.progress} in the data
 * folder tells how far it is ({@code done/all}); {@code demo.loaded} says that there is nothing
 * left to load.
 */
@Startup
@Singleton
@DependsOn("vaguemestre-ejb.jar#Migrations")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoStart {
  private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

  @Inject DemoLoader loader;
  @Resource ManagedThreadFactory threads;

  @PostConstruct
  public void start() {
    if (Setting.VAGUEMESTRE_DEMO.on() && !Files.exists(mark("demo.loaded"))) {
      var thread = threads.newThread(this::load);
      thread.setName("demo-loader");
      thread.start();
    }
  }

  private void load() {
    try {
      int all = DemoData.TOWNS.stream().mapToInt(t -> DemoData.letters(t).size()).sum();
      int before = 0;
      for (var town : DemoData.TOWNS) {
        int done = before;
        loader.load(town, n -> write("demo.progress", done + n + "/" + all));
        before += DemoData.letters(town).size();
      }
      write("demo.loaded", String.join(" ", List.copyOf(DemoData.TOWNS)));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the demo towns could not be loaded; the next start goes on", e);
      write("demo.failed", e.toString());
    }
  }

  private static void write(String name, String text) {
    try {
      Files.writeString(mark(name), text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path mark(String name) {
    return Setting.VAGUEMESTRE_DATA.path().resolve(name);
  }
}
