package fr.vaguemestre.extraction.tika;

import fr.vaguemestre.extraction.PageRenderer;
import fr.vaguemestre.extraction.ReadingTools;
import fr.vaguemestre.extraction.TextExtractor;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sets up reading for the server. */
@ApplicationScoped
public class ExtractionProvider {
  private final ExtractionSettings settings =
      ExtractionSettings.defaults(Setting.VAGUEMESTRE_DATA.path().resolve("work/extraction"));
  private final Tools tools = Tools.look(settings.path(), settings.languages());

  @Produces
  @ApplicationScoped
  public TextExtractor extractor() {
    return new TikaTextExtractor(settings, tools);
  }

  public void close(@Disposes TextExtractor extractor) {
    try {
      ((TikaTextExtractor) extractor).close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Produces
  @ApplicationScoped
  public ReadingTools tools() {
    return () ->
        tools.found().stream()
            .map(t -> new ReadingTools.Tool(t.name(), t.there(), t.version(), t.without()))
            .toList();
  }

  @Produces
  @ApplicationScoped
  public PageRenderer renderer() {
    return new PopplerPageRenderer(settings, tools);
  }
}
