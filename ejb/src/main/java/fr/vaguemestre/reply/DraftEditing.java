package fr.vaguemestre.reply;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.storage.ContentStore;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Files of a reply's folder on their way in. Their bytes are kept before the transaction begins;
 * what is to be the draft passes the checks of an upload, and stays of its kind.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftEditing {
  private static final long MEGABYTE = 1024L * 1024;
  private static final int TRIES = 3;

  @Inject Folders folders;
  @Inject FolderTransfers transfers;
  @Inject FolderLocks locks;
  @Inject Captures captures;
  @Inject ContentStore store;

  /** Saves the draft, or a file beside it. Returns whether it is a new one. */
  public boolean put(
      Reader reader, long letter, String path, InputStream bytes, Conditions conditions) {
    var folder = folders.open(reader, letter);
    conditions.check(path, folder);
    if (!path.equals(folder.draft())) {
      return folders.put(reader, letter, path, kept(reader, path, bytes), conditions);
    }
    folder.changing(path, reader.actor(), conditions);
    save(reader, letter, draft(reader, folder, bytes), conditions);
    return false;
  }

  /**
   * Again when somebody did something to the letter at that very moment: the draft is not theirs.
   */
  private void save(Reader reader, long letter, DraftFile file, Conditions conditions) {
    for (int left = TRIES - 1; ; left--) {
      try {
        folders.save(reader, letter, file, conditions);
        return;
      } catch (EJBException e) {
        if (left == 0 || !overtaken(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean overtaken(Throwable e) {
    return e != null && (e instanceof OptimisticLockException || overtaken(e.getCause()));
  }

  /** Copies or moves. Returns whether nothing was there before. */
  public boolean transfer(Reader reader, long letter, Transfer wish, Conditions conditions) {
    var folder = folders.open(reader, letter);
    return transfers.transfer(reader, letter, wish, brought(reader, folder, wish), conditions);
  }

  /** Locks what is there, or an empty file made for it. */
  public FolderLocks.Locked lock(
      Reader reader, long letter, String path, LockWish wish, Conditions conditions) {
    var nothing = kept(reader, path, InputStream.nullInputStream());
    return locks.lock(reader, letter, path, wish, nothing, conditions);
  }

  private DraftFile brought(Reader reader, Folder folder, Transfer wish) {
    var from = folder.need(wish.from());
    if (!wish.to().equals(folder.draft()) || from.collection()) {
      return null;
    }
    try (var bytes = store.open(reader.tenant(), from.sha256())) {
      return draft(reader, folder, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DraftFile draft(Reader reader, Folder folder, InputStream bytes) {
    var kept = captures.keep(reader, new GivenFile(folder.draft(), bytes));
    if (!kept.mediaType().equals(folder.need(folder.draft()).mediaType())) {
      throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "reply.folder.other-kind", kept.name());
    }
    return new DraftFile(kept.name(), kept.mediaType(), kept.sha256(), kept.size());
  }

  private ContentStore.Content kept(Reader reader, String path, InputStream bytes) {
    try {
      return store.put(
          reader.tenant(), bytes, Setting.VAGUEMESTRE_MAX_UPLOAD_MB.number() * MEGABYTE);
    } catch (ContentStore.TooLong e) {
      throw Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "capture.too-large",
          path.substring(path.lastIndexOf('/') + 1),
          Setting.VAGUEMESTRE_MAX_UPLOAD_MB.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
