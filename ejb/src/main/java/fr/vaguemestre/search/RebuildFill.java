package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.jobs.StepFailed;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts every letter into the new index, while the other one is searched and kept up. A chunk is
 * durable before the ledger knows it; it is read batch by batch, so that new letters wait for one
 * batch only.
 */
@ApplicationScoped
public class RebuildFill implements Chore {
  private static final int BATCH = 500;

  @Inject IndexGaps gaps;
  @Inject IndexedLetters letters;
  @Inject SearchIndex index;

  @Override
  public String step() {
    return "rebuild-fill";
  }

  @Override
  public long size() {
    return gaps.letters();
  }

  @Override
  public List<String> after(String key, int most) {
    return gaps.after(key, most);
  }

  @Override
  public List<String> told(List<String> keys) {
    return gaps.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var ids = keys.stream().map(Long::valueOf).toList();
    var batches = new ArrayList<Supplier<Collection<IndexedLetter>>>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      for (var batch : letters.portions(ids.subList(from, Math.min(from + BATCH, ids.size())))) {
        batches.add(() -> letters.read(batch, IndexedLetters.MOST_TEXT));
      }
    }
    try {
      index.fillRebuild(TenantContext.required(), batches);
    } catch (IllegalStateException noneUnderWay) {
      throw new StepFailed(noneUnderWay);
    }
  }
}
