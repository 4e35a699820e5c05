package fr.vaguemestre.anonymisation;

import fr.vaguemestre.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Tells which requests the next run would anonymise; changes nothing. */
@ApplicationScoped
public class AnonymisationTrial implements Chore {
  @Inject Requests requests;

  @Override
  public String step() {
    return "anonymise-trial";
  }

  @Override
  public long size() {
    return requests.count();
  }

  @Override
  public List<String> after(String key, int most) {
    return requests.after(key == null ? 0 : Long.parseLong(key), most).stream()
        .map(due -> Long.toString(due.id()))
        .toList();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    requests
        .among(keys.stream().map(Long::valueOf).toList())
        .forEach(
            due ->
                findings.found(
                    due.title(),
                    due.purpose() == Purpose.ANONYMISE ? "would-anonymise" : "would-erase-copy"));
  }
}
