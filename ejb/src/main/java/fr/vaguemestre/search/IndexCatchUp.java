package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Queues the letters that the index does not have and that nothing has queued. */
@ApplicationScoped
public class IndexCatchUp implements Chore {
  @Inject Database database;
  @Inject IndexGaps gaps;

  @Override
  public String step() {
    return "fulltext-index";
  }

  @Override
  public long size() {
    return gaps.letters();
  }

  @Override
  public List<String> after(String key, int most) {
    return gaps.after(key, most);
  }

  @Override
  public List<String> told(List<String> keys) {
    return gaps.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var missing = gaps.in(TenantContext.required(), keys);
    for (var letter : missing) {
      database.update(sql("insert into index_queue (correspondence_id) values (?)", letter));
    }
    gaps.told(missing.stream().map(String::valueOf).toList())
        .forEach(letter -> findings.found("letter " + letter, "index-queued"));
  }
}
