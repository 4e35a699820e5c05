package fr.vaguemestre.consistency;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Every content that a row names is there, and every content that is there is named by a row: one
 * sixteenth of the addresses at a time. A content is put before its row is written, so one of the
 * last day may have none yet; nothing is removed.
 */
@ApplicationScoped
public class StoredFiles implements Chore {
  private static final Duration YOUNG = Duration.ofDays(1);

  @Inject ContentNames names;
  @Inject ContentStore store;
  @Inject Clock clock;

  @Override
  public String step() {
    return "consistency-files";
  }

  @Override
  public long size() {
    return Beginnings.all(1).size();
  }

  @Override
  public List<String> after(String key, int most) {
    return Beginnings.after(Beginnings.all(1), key, most);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    keys.forEach(beginning -> compare(beginning, findings));
  }

  private void compare(String beginning, Findings findings) {
    int town = TenantContext.required();
    var missing = names.under(beginning);
    var leaving = names.leaving(beginning);
    var since = clock.instant().minus(YOUNG);
    for (var kept : kept(town, beginning)) {
      boolean named = missing.remove(kept.sha256()) != null;
      if (!named && !leaving.contains(kept.sha256()) && kept.at().isBefore(since)) {
        findings.found("content " + kept.sha256(), "orphan");
      }
    }
    if (!missing.isEmpty()) {
      var untold = names.untold(missing.keySet());
      missing.forEach(
          (address, where) ->
              findings.found(
                  untold.contains(address) ? "content " + address : where + " → " + address,
                  "missing"));
    }
  }

  private List<ContentStore.Kept> kept(int town, String beginning) {
    try {
      return store.under(town, beginning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
