package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What is done in the folder of a reply, each thing in one transaction, one at a time for a letter.
 * Whoever sees the letter reads; whoever may draft its reply now writes. The draft can be saved and
 * replaced, never removed or moved away.
 */
@Stateless
public class Folders {
  private static final int MOST_ENTRIES = 200;
  private static final int MOST_PROPERTIES = 100;

  @Inject FolderRows rows;
  @Inject LockRows locks;
  @Inject CorrespondenceActions actions;
  @Inject Drafts drafts;
  @Inject DraftSaves saves;
  @Inject Clock clock;

  /**
   * The folder as this reader may see it.
   *
   * @throws Refusal NOT_FOUND when they do not see the letter, or there is no draft
   */
  public Folder look(Reader reader, long letter) {
    var seen = actions.visible(reader, letter);
    return rows.read(seen, version(letter));
  }

  /**
   * The same, for who is to write in it, alone until the end of the transaction.
   *
   * @throws Refusal FORBIDDEN when they may not draft the reply now
   */
  public Folder open(Reader reader, long letter) {
    rows.hold(letter);
    boolean may =
        actions.offered(reader, letter).stream().anyMatch(o -> o.action() == Action.DRAFT);
    if (!may) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "reply.folder.read-only");
    }
    return look(reader, letter);
  }

  /** Saves the draft; {@code file} has passed the checks of an upload. */
  public void save(Reader reader, long letter, DraftFile file, Conditions conditions) {
    var folder = open(reader, letter);
    conditions.check(folder.draft(), folder);
    folder.changing(folder.draft(), reader.actor(), conditions);
    save(reader, letter, file, conditions, folder);
  }

  /** The same in a folder that is open already, what stands against it looked at. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void save(
      Reader reader, long letter, DraftFile file, Conditions conditions, Folder folder) {
    var lock = folder.writing(reader.actor(), conditions).orElse(null);
    saves.save(reader, letter, version(letter), file, lock);
  }

  /** Puts a file beside the draft. Returns whether it is a new one. */
  public boolean put(
      Reader reader,
      long letter,
      String path,
      ContentStore.Content content,
      Conditions conditions) {
    var folder = open(reader, letter);
    conditions.check(path, folder);
    folder.needBeside(path);
    var before = folder.at(path);
    if (before.filter(FolderEntry::collection).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reply.folder.exists");
    }
    if (before.isPresent()) {
      folder.changing(path, reader.actor(), conditions);
    } else {
      place(folder, path, reader, conditions);
    }
    var now = clock.instant();
    var since = before.map(FolderEntry::createdAt).orElse(now);
    rows.put(letter, FolderEntry.file(path, content.sha256(), content.size(), since, now));
    return before.isEmpty();
  }

  /** Makes a collection. */
  public void make(Reader reader, long letter, String path, Conditions conditions) {
    var folder = open(reader, letter);
    conditions.check(path, folder);
    if (folder.at(path).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reply.folder.exists");
    }
    place(folder, path, reader, conditions);
    rows.put(letter, FolderEntry.collection(path, clock.instant()));
  }

  public void remove(Reader reader, long letter, String path, Conditions conditions) {
    var folder = open(reader, letter);
    conditions.check(path, folder);
    folder.need(path);
    stays(folder, path);
    folder.placing(path, reader.actor(), conditions);
    rows.remove(letter, path);
    locks.removeAll(letter, path);
  }

  /** All of it or nothing. */
  public void patch(
      Reader reader,
      long letter,
      String path,
      List<PropertyChange> changes,
      Conditions conditions) {
    var folder = open(reader, letter);
    conditions.check(path, folder);
    folder.need(path);
    folder.changing(path, reader.actor(), conditions);
    var held = folder.properties().values().stream().mapToInt(Map::size).sum();
    if (held + changes.size() > MOST_PROPERTIES) {
      throw Refusal.of(Refusal.Kind.TOO_LARGE, "reply.folder.full");
    }
    for (var change : changes) {
      if (change.value() == null) {
        rows.unset(letter, path, change.name());
      } else {
        rows.set(letter, path, change.name(), change.value());
      }
    }
  }

  /** Something new comes to a path. */
  private static void place(Folder folder, String path, Reader reader, Conditions conditions) {
    folder.needParent(path);
    folder.placing(path, reader.actor(), conditions);
    room(folder, 1);
  }

  static void room(Folder folder, int more) {
    if (folder.entries().size() + more > MOST_ENTRIES) {
      throw Refusal.of(Refusal.Kind.TOO_LARGE, "reply.folder.full");
    }
  }

  static void stays(Folder folder, String path) {
    if (path.isEmpty() || path.equals(folder.draft())) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "reply.folder.draft-stays");
    }
  }

  private ReplyVersion version(long letter) {
    return drafts.last(letter).orElseThrow(Refusal::notFound);
  }
}
