package fr.vaguemestre.evidence;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.journal.Seals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Checks the seals made since the last anchor, and that anchor itself. */
@ApplicationScoped
public class SealCheck implements Chore {
  @Inject Seals seals;
  @Inject JournalAnchors anchors;

  @Override
  public String step() {
    return "journal-check";
  }

  @Override
  public long size() {
    return seals.last().map(last -> last.number() - from() + 1).orElse(0L);
  }

  @Override
  public List<String> after(String key, int most) {
    return seals.after(key == null ? from() - 1 : Long.parseLong(key), most).stream()
        .map(number -> Long.toString(number))
        .toList();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var numbers = keys.stream().map(Long::valueOf).toList();
    seals.broken(numbers).forEach(number -> findings.found("seal " + number, "chain-broken"));
    anchors
        .last()
        .filter(anchor -> numbers.contains(anchor.number()))
        .filter(anchor -> seals.find(anchor.number()).filter(anchor::holds).isEmpty())
        .ifPresent(anchor -> findings.found("anchor " + anchor.day(), "anchor-broken"));
  }

  /** The anchored seal is checked again, so that a night without a letter checks something too. */
  private long from() {
    return anchors.last().map(Anchor::number).orElse(1L);
  }
}
