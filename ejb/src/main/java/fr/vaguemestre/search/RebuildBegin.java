package fr.vaguemestre.search;

import fr.vaguemestre.jobs.Once;
import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Begins a new index beside the one searched. */
@ApplicationScoped
public class RebuildBegin extends Once {
  @Inject SearchIndex index;

  @Override
  public String step() {
    return "rebuild-begin";
  }

  @Override
  protected void carryOut() {
    index.beginRebuild(TenantContext.required());
  }
}
