package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Once;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts the new index in the place of the one searched, in one step (SEA2). */
@ApplicationScoped
public class RebuildEnd extends Once {
  @Inject SearchIndex index;

  @Override
  public String step() {
    return "rebuild-end";
  }

  @Override
  protected void carryOut() {
    index.endRebuild(TenantContext.required());
  }
}
