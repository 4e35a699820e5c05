package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells of the letters that the index does not have as they are, and that nothing has queued; those
 * that nobody is told of are caught up every night like the others.
 */
@ApplicationScoped
public class IndexCheck implements Chore {
  @Inject IndexGaps gaps;

  @Override
  public String step() {
    return "consistency-index";
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
    gaps.in(TenantContext.required(), gaps.told(keys))
        .forEach(gap -> findings.found("letter " + gap.letter(), gap.reason()));
  }
}
