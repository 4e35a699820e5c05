package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;

/**
 * What a word processor saves. The first time under a lock it is a new version, through the door;
 * then it is the same version again, as long as nothing else was done to the letter. The history
 * holds the address of each save, so none is lost.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DraftSaves {
  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Drafts drafts;
  @Inject LockRows rows;
  @Inject Journal journal;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /**
   * @param last the version that was open, whose name stays; the caller has made sure that the
   *     reader may draft
   * @param lock the lock under which it is written; null without
   */
  public void save(
      Reader reader, long letter, ReplyVersion last, DraftFile saved, FolderLock lock) {
    if (last.sha256().equals(saved.sha256())) {
      return;
    }
    var file = new DraftFile(last.fileName(), saved.mediaType(), saved.sha256(), saved.size());
    if (lock != null && rows.carriesOn(lock, letter, last.id())) {
      again(reader, letter, last, file);
      return;
    }
    var seen = actions.visible(reader, letter).version();
    drafts.add(reader, letter, seen, null, file, null);
    if (lock != null) {
      rows.wrote(lock, letter, drafts.last(letter).orElseThrow().id());
    }
  }

  /** Under a lock on the row, as the PDF of the save before may be ready at this very moment. */
  private void again(Reader reader, long letter, ReplyVersion version, DraftFile file) {
    em.refresh(version, LockModeType.PESSIMISTIC_WRITE);
    version.rewrite(file, clock.instant());
    em.flush();
    var facts = Map.of("version", version.number(), "sha256", file.sha256());
    journal.record(reader, letter, "SAVE_DRAFT", null, null, facts, null);
    outbox.intend(Kind.CONVERT_REPLY, version.id());
  }
}
