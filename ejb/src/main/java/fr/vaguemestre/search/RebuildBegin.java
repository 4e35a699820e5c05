package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.jobs.StepFailed;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Begins a new index beside the one searched. */
@ApplicationScoped
public class RebuildBegin implements Chore {
  private static final List<String> ONCE = List.of("once");

  @Inject SearchIndex index;

  @Override
  public String step() {
    return "rebuild-begin";
  }

  @Override
  public long size() {
    return ONCE.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return key == null ? ONCE : List.of();
  }

  /** Not an item to be left out: without it the run fails. */
  @Override
  public void carryOut(List<String> keys, Findings findings) {
    try {
      index.beginRebuild(TenantContext.required());
    } catch (RuntimeException e) {
      throw new StepFailed(e);
    }
  }
}
