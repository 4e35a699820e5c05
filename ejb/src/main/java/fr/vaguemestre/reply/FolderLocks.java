package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The locks of word processors (RFC 4918, 6 and 9.10). One lasts as long as its program asks for,
 * {@link Setting#VAGUEMESTRE_DRAFT_LOCK_MINUTES} at most; one that is not renewed has ended,
 * nothing sweeps it.
 */
@Stateless
public class FolderLocks {
  @Inject Folders folders;
  @Inject FolderRows folderRows;
  @Inject LockRows rows;
  @Inject Clock clock;

  /** A lock, and whether an empty file was made to bear it. */
  public record Locked(FolderLock lock, boolean created) {}

  /**
   * @param nothing the empty content, kept
   * @throws Refusal CONFLICT when another lock stands against it, be it this agent's
   */
  public Locked lock(
      Reader reader,
      long letter,
      String path,
      LockWish wish,
      ContentStore.Content nothing,
      Conditions conditions) {
    var folder = folders.open(reader, letter);
    conditions.check(path, folder);
    against(folder, path, wish)
        .filter(lock -> !(lock.shared() && wish.shared()))
        .findFirst()
        .ifPresent(
            lock -> {
              throw folder.locked(lock);
            });
    boolean fresh = folder.at(path).isEmpty();
    if (fresh) {
      folders.put(reader, letter, path, nothing, conditions);
    }
    var now = clock.instant();
    var lock =
        new FolderLock(
            "urn:uuid:" + UUID.randomUUID(),
            path,
            reader.actor(),
            reader.login(),
            reader.name(),
            wish.shared(),
            wish.deep(),
            path.equals(folder.draft()) || path.isEmpty() && wish.deep(),
            wish.owner(),
            now,
            end(now, wish.seconds()));
    rows.add(letter, lock);
    return new Locked(lock, fresh);
  }

  private static Stream<FolderLock> against(Folder folder, String path, LockWish wish) {
    return Stream.concat(
        folder.over(path).stream(),
        wish.deep() ? folder.below(path).stream() : Stream.<FolderLock>empty());
  }

  /**
   * Renews the lock whose token the conditions give.
   *
   * @throws Refusal STALE when it has ended, or is another's
   */
  public FolderLock renew(
      Reader reader, long letter, String path, long seconds, Conditions conditions) {
    var folder = folders.open(reader, letter);
    conditions.check(path, folder);
    var given = conditions.tokens();
    var lock =
        folder.over(path).stream()
            .filter(l -> l.agent() == reader.actor() && given.contains(l.token()))
            .findFirst()
            .map(l -> until(l, end(clock.instant(), seconds)))
            .orElseThrow(Refusal::stale);
    rows.renew(lock);
    return lock;
  }

  /**
   * @throws Refusal CONFLICT when there is no such lock here, FORBIDDEN when it is another's
   */
  public void unlock(Reader reader, long letter, String path, String token) {
    folderRows.hold(letter);
    var lock =
        folders.look(reader, letter).over(path).stream()
            .filter(l -> l.token().equals(token))
            .findFirst()
            .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "reply.folder.not-locked"));
    if (lock.agent() != reader.actor()) {
      throw Refusal.forbidden();
    }
    rows.remove(lock);
  }

  private static FolderLock until(FolderLock l, Instant end) {
    return new FolderLock(
        l.token(),
        l.path(),
        l.agent(),
        l.login(),
        l.name(),
        l.shared(),
        l.deep(),
        l.onDraft(),
        l.owner(),
        l.since(),
        end);
  }

  private static Instant end(Instant now, long seconds) {
    long most = Duration.ofMinutes(Setting.VAGUEMESTRE_DRAFT_LOCK_MINUTES.number()).toSeconds();
    return now.plusSeconds(Math.min(Math.max(seconds, 1), most));
  }
}
