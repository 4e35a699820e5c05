package fr.vaguemestre.reply;

import fr.vaguemestre.access.LetterTokens;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts open in word processors, for the letter's page. */
@Stateless
public class OpenDrafts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  @Inject Folders folders;
  @Inject FolderRows rows;
  @Inject LockRows locks;
  @Inject LetterTokens tokens;
  @Inject Journal journal;
  @Inject Tenants tenants;

  /** Who has the draft open; the caller has made sure that the reader sees the letter. */
  public Optional<Editing> of(Reader reader, long letter) {
    return onDraft(letter).stream()
        .findFirst()
        .map(
            lock ->
                new Editing(
                    lock.login(), lock.name(), lock.since(), lock.agent() == reader.actor()));
  }

  /**
   * The path of the draft for this agent's word processor, a token in it that is shown this once.
   *
   * @throws Refusal FORBIDDEN when they may not draft the reply now
   */
  public String address(Reader reader, long letter) {
    var folder = folders.open(reader, letter);
    rows.sweep(letter);
    return "/dav/reply/" + letter + "/" + tokens.issue(reader, letter) + "/" + folder.draft();
  }

  /** Frees a draft that somebody left open; the history tells when it is another's. */
  public void free(Reader reader, long letter) {
    folders.open(reader, letter);
    for (var lock : onDraft(letter)) {
      locks.remove(lock);
      if (lock.agent() != reader.actor()) {
        journal.record(
            reader, letter, "FREE_DRAFT", null, null, Map.of("agent", lock.login()), null);
      }
    }
  }

  /**
   * @throws Refusal CONFLICT when somebody else has the draft open, and this reader has not
   */
  public void keepOut(Reader reader, long letter) {
    var open = onDraft(letter);
    if (!open.isEmpty() && open.stream().noneMatch(lock -> lock.agent() == reader.actor())) {
      var since = TIME.format(open.getFirst().since().atZone(tenants.current().zone()));
      throw Refusal.of(
          Refusal.Kind.CONFLICT, "reply.open-elsewhere", open.getFirst().name(), since);
    }
  }

  private List<FolderLock> onDraft(long letter) {
    return locks.of(letter).stream().filter(FolderLock::onDraft).toList();
  }
}
