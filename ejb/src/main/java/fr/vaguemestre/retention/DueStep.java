package fr.vaguemestre.retention;

import fr.vaguemestre.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Second: what is due gets its line. */
@ApplicationScoped
public class DueStep implements Chore {
  @Inject DueLetters letters;

  @Override
  public String step() {
    return "retention-due";
  }

  @Override
  public long size() {
    return letters.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return letters.after(key == null ? 0 : Long.parseLong(key), most);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    letters.find(keys.stream().map(Long::valueOf).toList());
  }
}
