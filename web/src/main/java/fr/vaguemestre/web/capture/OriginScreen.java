package fr.vaguemestre.web.capture;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.capture.LetterOrigin;
import fr.vaguemestre.web.correspondence.LetterScreen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where the letter in sight was received first (O2). */
@Named
@RequestScoped
public class OriginScreen {
  @Inject Forwardings forwardings;
  @Inject LetterScreen screen;
  @Inject CurrentReader reader;
  private LetterOrigin origin;

  @PostConstruct
  void read() {
    origin = forwardings.origin(reader.get(), screen.getId()).orElse(null);
  }

  public LetterOrigin getOrigin() {
    return origin;
  }
}
