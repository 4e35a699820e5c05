package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Copies and moves in the folder of a reply; onto the draft it is a save. */
@Stateless
public class FolderTransfers {
  private static final int LONGEST_PATH = 500;

  @Inject Folders folders;
  @Inject FolderRows rows;
  @Inject LockRows locks;
  @Inject Clock clock;

  /**
   * Copies or moves; locks do not go along. Returns whether nothing was there before.
   *
   * @param draft what is brought, checked as an upload is, when it takes the draft's place; else
   *     null
   */
  public boolean transfer(
      Reader reader, long letter, Transfer wish, DraftFile draft, Conditions conditions) {
    var folder = folders.open(reader, letter);
    conditions.check(wish.from(), folder);
    folder.need(wish.from());
    if (wish.move()) {
      Folders.stays(folder, wish.from());
      folder.placing(wish.from(), reader.actor(), conditions);
    }
    if (FolderEntry.below(wish.to(), wish.from()) || wish.to().equals(wish.from())) {
      throw Refusal.forbidden();
    }
    folder.needParent(wish.to());
    boolean fresh = folder.at(wish.to()).isEmpty();
    if (!fresh && !wish.overwrite()) {
      throw Refusal.stale();
    }
    folder.placing(wish.to(), reader.actor(), conditions);
    if (draft == null) {
      Folders.stays(folder, wish.to());
      folder.needBeside(wish.to());
      rows.remove(letter, wish.to());
      copy(folder, letter, wish);
    } else {
      folders.save(reader, letter, draft, conditions, folder);
    }
    if (wish.move()) {
      rows.remove(letter, wish.from());
      locks.removeAll(letter, wish.from());
    }
    return fresh;
  }

  private void copy(Folder folder, long letter, Transfer wish) {
    var all = folder.from(wish.from(), wish.deep() ? Integer.MAX_VALUE : 0);
    Folders.room(folder, all.size());
    for (var entry : all) {
      var to = wish.to() + entry.path().substring(wish.from().length());
      if (to.length() > LONGEST_PATH) {
        throw Refusal.of(Refusal.Kind.TOO_LARGE, "reply.folder.full");
      }
      var now = clock.instant();
      rows.put(
          letter,
          new FolderEntry(
              to, entry.mediaType(), entry.sha256(), entry.size(), entry.createdAt(), now));
      folder
          .properties()
          .getOrDefault(entry.path(), Map.of())
          .forEach((name, value) -> rows.set(letter, to, name, value));
    }
  }
}
