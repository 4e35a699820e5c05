package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.jobs.StepFailed;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Puts every letter into the new index, while the other one is searched and kept up. */
@ApplicationScoped
public class RebuildFill implements Chore {
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
  public void carryOut(List<String> keys, Findings findings) {
    var ids = keys.stream().map(Long::valueOf).toList();
    try {
      index.fillRebuild(TenantContext.required(), () -> letters.read(ids));
    } catch (IllegalStateException noneUnderWay) {
      throw new StepFailed(noneUnderWay);
    }
  }
}
