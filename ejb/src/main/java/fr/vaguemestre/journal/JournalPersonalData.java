package fr.vaguemestre.journal;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import fr.vaguemestre.anonymisation.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The words beside the journal; the sealed entries hold ids and codes only. */
@ApplicationScoped
public class JournalPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.of(
                "journal_words",
                "x.entry_id = any(array(select j.id from journal_entry j where j.correspondence_id = any(?)))",
                "mots écrits par les agents, hors de la chaîne scellée")
            .emptied("words")
            .removed(Purpose.ANONYMISE));
  }
}
