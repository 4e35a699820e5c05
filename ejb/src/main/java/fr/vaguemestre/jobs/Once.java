package fr.vaguemestre.jobs;

import java.util.List;

/** A step with one thing to do: not an item to be left out, without it the run fails. */
public abstract class Once implements Chore {
  private static final List<String> ONCE = List.of("once");

  protected abstract void carryOut();

  @Override
  public long size() {
    return ONCE.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return key == null ? ONCE : List.of();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    try {
      carryOut();
    } catch (RuntimeException e) {
      throw new StepFailed(e);
    }
  }
}
