package fr.vaguemestre.retention;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.qualification.Disposition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Third: what is due and decided is put on lists, a kind at a time. */
@ApplicationScoped
public class ProposeStep implements Chore {
  private static final List<String> KINDS =
      Stream.of(Disposition.DESTROY, Disposition.KEEP).map(Disposition::name).toList();

  @Inject Lists lists;

  @Override
  public String step() {
    return "retention-propose";
  }

  @Override
  public long size() {
    return KINDS.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return KINDS.stream().skip(KINDS.indexOf(key) + 1L).limit(most).toList();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    keys.forEach(
        kind ->
            lists
                .gather(Disposition.valueOf(kind))
                .forEach(list -> findings.found("list " + list, "retention-proposed")));
  }
}
