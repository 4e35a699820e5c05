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
  public List<String> told(List<String> keys) {
    return gaps.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var gaps = this.gaps.in(TenantContext.required(), keys);
    gaps.forEach(gap -> queue.add(gap.letter()));
    var told = this.gaps.told(gaps.stream().map(gap -> Long.toString(gap.letter())).toList());
    gaps.stream()
        .filter(gap -> told.contains(Long.toString(gap.letter())))
        .forEach(
            gap ->
                findings.found(
                    "letter " + gap.letter(),
                    gap.reason().equals("not-indexed") ? "index-queued" : gap.reason()));
  }
}
