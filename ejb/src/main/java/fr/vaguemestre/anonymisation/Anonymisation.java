package fr.vaguemestre.anonymisation;

import fr.vaguemestre.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/**
 * Anonymises the requests whose time has come (GRC8), a chunk of them in one transaction: cut short
 * anywhere, a request is whole or it is erased. The run keeps the numbers of those erased.
 */
@ApplicationScoped
public class Anonymisation implements Chore {
  @Inject Requests requests;
  @Inject Erasures erasures;

  @Override
  public String step() {
    return "anonymise";
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

  /** One reopened since it was read is left. */
  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var read = keys.stream().map(Long::valueOf).toList();
    erasures.lock(read);
    var due = requests.among(read);
    erase(Purpose.ANONYMISE, "anonymised", due, findings);
    erase(Purpose.REQUEST_COPY, "copy-erased", due, findings);
  }

  private void erase(Purpose purpose, String found, List<Requests.Due> due, Findings findings) {
    var going = due.stream().filter(one -> one.purpose() == purpose).toList();
    var erased = Set.copyOf(erasures.erase(purpose, going.stream().map(Requests.Due::id).toList()));
    going.stream()
        .filter(one -> erased.contains(one.id()))
        .forEach(one -> findings.found(one.title(), found));
  }
}
