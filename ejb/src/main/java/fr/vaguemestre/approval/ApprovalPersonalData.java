package fr.vaguemestre.approval;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was said while a reply was approved. */
@ApplicationScoped
public class ApprovalPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.ofLetter("approval_step", "commentaires des viseurs et signataires")
            .nulled("comment")
            .removed(Purpose.DESTROY));
  }
}
