package fr.vaguemestre.office.jod;

import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** Sets up the office for the server; its processes start with the first conversion. */
@ApplicationScoped
public class OfficeProvider {
  @Produces
  @ApplicationScoped
  public DocumentConverter converter() {
    return new LibreOfficeConverter(
        LibreOfficeSettings.usual(Setting.VAGUEMESTRE_DATA.path().resolve("work/office")));
  }

  public void close(@Disposes DocumentConverter converter) {
    ((LibreOfficeConverter) converter).close();
  }
}
