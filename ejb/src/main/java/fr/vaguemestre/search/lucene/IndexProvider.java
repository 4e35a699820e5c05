package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.SearchIndex;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Opens the index for the server. */
@ApplicationScoped
public class IndexProvider {
  @Produces
  @ApplicationScoped
  public SearchIndex open(Clock clock) {
    return new LuceneSearchIndex(Setting.VAGUEMESTRE_DATA.path().resolve("index"), clock);
  }

  public void close(@Disposes SearchIndex index) {
    index.close();
  }
}
