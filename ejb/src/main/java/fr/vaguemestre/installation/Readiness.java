package fr.vaguemestre.installation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;

/** Whether requests can be served, for what watches over the server. */
@ApplicationScoped
public class Readiness {
  @Inject OwnerDatabase database;

  /** Whether the database answers, and whether the data folder can be written to. */
  public record Answer(boolean database, boolean dataFolder) {
    public boolean ready() {
      return database && dataFolder;
    }
  }

  public Answer read() {
    return new Answer(answers(), Files.isWritable(Setting.VAGUEMESTRE_DATA.path()));
  }

  private boolean answers() {
    try {
      return !database.list(sql("select 1 as one"), row -> row.number("one")).isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }
}
