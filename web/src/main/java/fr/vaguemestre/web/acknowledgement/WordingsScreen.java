package fr.vaguemestre.web.acknowledgement;

import fr.vaguemestre.access.CurrentReader;
import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.acknowledgement.AcknowledgementTexts;
import fr.vaguemestre.acknowledgement.TextLine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/wordings.xhtml: the town's own texts of acknowledgements. */
@Named
@RequestScoped
public class WordingsScreen {
  @Inject AcknowledgementTexts texts;
  @Inject CurrentReader reader;
  private List<TextLine> all;

  @PostConstruct
  void read() {
    all = texts.managed(reader.get());
  }

  public List<TextLine> getAll() {
    return all;
  }

  public AcknowledgementKind[] getKinds() {
    return AcknowledgementKind.values();
  }
}
