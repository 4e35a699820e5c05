package fr.vaguemestre.maarch;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What another tool keeps here of a letter it registered. */
@ApplicationScoped
public class DepositPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("deposit", "numéro et champs propres à l’outil qui a déposé le courrier")
            .nulled("external_name", "external_id")
            .left("'{}'", "custom_fields")
            .withTheCopy()
            .removed(Purpose.DESTROY));
  }
}
