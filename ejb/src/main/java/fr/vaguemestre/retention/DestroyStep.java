package fr.vaguemestre.retention;

import fr.vaguemestre.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Last: what has its visa is destroyed, a chunk of letters in one transaction. */
@ApplicationScoped
public class DestroyStep implements Chore {
  @Inject Destructions destructions;

  @Override
  public String step() {
    return "retention-destroy";
  }

  @Override
  public long size() {
    return destructions.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return destructions.after(key == null ? 0 : Long.parseLong(key), most);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    destructions
        .destroy(keys.stream().map(Long::valueOf).toList())
        .forEach(line -> findings.found("line " + line, "retention-withdrawn"));
  }
}
