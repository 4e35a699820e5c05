package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells of what the index has and the database does not. */
@ApplicationScoped
public class IndexStrays implements Chore {
  @Inject IndexGaps gaps;
  @Inject SearchIndex index;

  @Override
  public String step() {
    return "consistency-strays";
  }

  @Override
  public long size() {
    return gaps.letters();
  }

  @Override
  public List<String> after(String key, int most) {
    return index
        .ids(TenantContext.required(), key == null ? null : Long.valueOf(key), most)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  @Override
  public List<String> told(List<String> keys) {
    return gaps.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    gaps.strays(TenantContext.required(), keys)
        .forEach(letter -> findings.found("letter " + letter, "index-stray"));
  }
}
