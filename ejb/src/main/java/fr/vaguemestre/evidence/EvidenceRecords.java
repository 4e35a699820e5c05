package fr.vaguemestre.evidence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.journal.JournalExtract;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** What an export reads and writes in the database. */
@Stateless
public class EvidenceRecords {
  @Inject Correspondences correspondences;
  @Inject Journal journal;
  @Inject JournalExtract extract;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** That the reader takes the journal out is an entry of it. */
  public void told(Reader reader, long letter) {
    correspondences.view(reader, letter);
    journal.record(reader, letter, "EXPORT_JOURNAL", null, null, Map.of(), null);
  }

  public Export export(Reader reader, long letter) {
    var view = correspondences.view(reader, letter);
    return new Export(
        tenants.current(),
        letter,
        view.chrono(),
        view.subject(),
        reader.actor(),
        reader.name(),
        clock.instant(),
        extract.of(letter));
  }
}
