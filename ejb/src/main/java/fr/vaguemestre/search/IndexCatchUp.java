package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Queues the letters that the index does not have as they are, and that nothing has queued. */
@ApplicationScoped
public class IndexCatchUp implements Chore {
  @Inject IndexQueue queue;
  @Inject IndexGaps gaps;

  @Override
  public String step() {
    return "fulltext-index";
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
    for (var gap : gaps.in(TenantContext.required(), keys)) {
      queue.add(gap.letter());
      var missing = gap.reason().equals("not-indexed");
      findings.found("letter " + gap.letter(), missing ? "index-queued" : gap.reason());
    }
  }
}
