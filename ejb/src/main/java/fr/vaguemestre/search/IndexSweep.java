package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Has what the database does not have taken out of the index. */
@ApplicationScoped
public class IndexSweep implements Chore {
  @Inject IndexStrays strays;
  @Inject IndexGaps gaps;
  @Inject IndexQueue queue;

  @Override
  public String step() {
    return "fulltext-strays";
  }

  @Override
  public long size() {
    return strays.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return strays.after(key, most);
  }

  @Override
  public List<String> told(List<String> keys) {
    return gaps.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    for (var letter : gaps.strays(TenantContext.required(), keys)) {
      queue.add(letter);
      findings.found("letter " + letter, "index-stray");
    }
  }
}
