package fr.vaguemestre.reply;

import fr.vaguemestre.extraction.ContentType;
import fr.vaguemestre.platform.Refusal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;

/**
 * The folder in which the reply to a letter is edited in place, as it stands: the draft, what word
 * processors put beside it for a while, and the locks. It says what a lock forbids.
 *
 * @param draft the path of the draft
 * @param properties by path, what programs keep there (RFC 4918, 4), each as XML
 */
public record Folder(
    String draft,
    SortedMap<String, FolderEntry> entries,
    Map<String, Map<QName, String>> properties,
    List<FolderLock> locks,
    ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  public Optional<FolderEntry> at(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  /**
   * @throws Refusal NOT_FOUND
   */
  public FolderEntry need(String path) {
    return at(path).orElseThrow(Refusal::notFound);
  }

  /** What lies at a path and so many levels below it. */
  public List<FolderEntry> from(String path, int levels) {
    long deepest = (long) FolderEntry.level(path) + levels;
    return entries.values().stream()
        .filter(e -> e.path().equals(path) || FolderEntry.below(e.path(), path))
        .filter(e -> FolderEntry.level(e.path()) <= deepest)
        .toList();
  }

  /** The locks on what lies, or would lie, at a path. */
  public List<FolderLock> over(String path) {
    return locks.stream().filter(lock -> lock.covers(path)).toList();
  }

  List<FolderLock> below(String path) {
    return locks.stream().filter(lock -> FolderEntry.below(lock.path(), path)).toList();
  }

  /**
   * @throws Refusal CONFLICT when a locked thing is to be changed without its token
   */
  void changing(String path, long agent, Conditions conditions) {
    allow(over(path).stream(), agent, conditions);
  }

  /**
   * The same for what comes to a path or leaves it, with all that lies below: a lock on the
   * collection around it counts too (RFC 4918, 7.4).
   */
  void placing(String path, long agent, Conditions conditions) {
    var around = FolderEntry.parent(path);
    allow(
        locks.stream()
            .filter(
                lock ->
                    lock.covers(path)
                        || lock.path().equals(around)
                        || FolderEntry.below(lock.path(), path)),
        agent,
        conditions);
  }

  /**
   * That what is put at a path is not somebody's reply: the draft had this name while it was of
   * another kind, and a word processor may have it open still.
   *
   * @throws Refusal CONFLICT
   */
  void needBeside(String path) {
    if (!path.equals(draft) && namesakes().anyMatch(path::equals)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reply.folder.replaced", draft);
    }
  }

  /** What the draft is called in each kind it can be of. */
  private Stream<String> namesakes() {
    var stem = draft.substring(0, draft.lastIndexOf('.') + 1);
    return Stream.of(ContentType.values())
        .filter(type -> Drafts.EDITABLE.contains(type.mediaType()))
        .map(type -> stem + type.extension());
  }

  /**
   * @throws Refusal CONFLICT when there is no collection for it
   */
  void needParent(String path) {
    if (at(FolderEntry.parent(path)).filter(FolderEntry::collection).isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "reply.folder.no-collection");
    }
  }

  /** Of several shared locks in one place, one token is enough. */
  private void allow(Stream<FolderLock> concerned, long agent, Conditions conditions) {
    var given = conditions.tokens();
    concerned.collect(Collectors.groupingBy(FolderLock::path)).values().stream()
        .filter(
            locks -> locks.stream().noneMatch(l -> l.agent() == agent && given.contains(l.token())))
        .findFirst()
        .ifPresent(
            locks -> {
              throw locked(locks.getFirst());
            });
  }

  Refusal locked(FolderLock lock) {
    return Refusal.of(
        Refusal.Kind.CONFLICT,
        "reply.folder.locked",
        lock.name(),
        TIME.format(lock.since().atZone(zone)));
  }

  /** The lock under which the draft is written: this agent's, its token given; none without. */
  Optional<FolderLock> writing(long agent, Conditions conditions) {
    var given = conditions.tokens();
    return over(draft).stream()
        .filter(lock -> lock.agent() == agent && given.contains(lock.token()))
        .findFirst();
  }
}
