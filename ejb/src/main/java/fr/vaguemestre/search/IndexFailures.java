package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** Letters that the index could not take, or only without their texts. */
@ApplicationScoped
public class IndexFailures {
  @Inject OwnerDatabase owner;

  /**
   * @param withoutText the letter is found by everything but its texts; else it is not found
   * @param reason what was thrown, by its class
   */
  public record Failure(boolean withoutText, String reason) {
    private static final int LONGEST = 120;

    static Failure of(boolean withoutText, Throwable thrown) {
      var name = thrown.getClass().getName();
      return new Failure(withoutText, name.length() > LONGEST ? name.substring(0, LONGEST) : name);
    }
  }

  /** What these letters came to this time; what they came to before is forgotten. */
  public void note(int tenant, Collection<Long> letters, Map<Long, Failure> failures) {
    owner.update(
        sql(
            "delete from index_failure where tenant_id = ? and correspondence_id = any(?)",
            tenant,
            letters));
    failures.forEach(
        (letter, failure) ->
            owner.update(
                sql(
                    "insert into index_failure (tenant_id, correspondence_id, without_text, reason) values (?, ?, ?, ?)"
                        + " on conflict (tenant_id, correspondence_id) do nothing",
                    tenant,
                    letter,
                    failure.withoutText(),
                    failure.reason())));
  }
}
