package fr.vaguemestre.retention;

import fr.vaguemestre.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** First: what is no longer due is taken back. */
@ApplicationScoped
public class ReviewStep implements Chore {
  @Inject Withdrawals withdrawals;

  @Override
  public String step() {
    return "retention-review";
  }

  @Override
  public long size() {
    return withdrawals.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return withdrawals.after(key == null ? 0 : Long.parseLong(key), most);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    withdrawals
        .review(keys.stream().map(Long::valueOf).toList())
        .forEach(line -> findings.found("line " + line, "retention-withdrawn"));
  }
}
