package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each letter carries the tokens that its facts give ({@link Visibility}). One that carries others
 * is shown to others than may see it: it is put right at once, and told.
 */
@ApplicationScoped
public class StoredAudiences implements Chore {
  @Inject Database database;
  @Inject Audiences audiences;
  @Inject OperatorSight sight;

  @Override
  public String step() {
    return "consistency-audience";
  }

  @Override
  public long size() {
    return sight.letters();
  }

  @Override
  public List<String> after(String key, int most) {
    return database.list(
        sql(
            "select id from correspondence where id > ? order by id limit ?",
            key == null ? 0L : Long.parseLong(key),
            most),
        row -> row.text("id"));
  }

  @Override
  public List<String> told(List<String> keys) {
    return sight.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var told = Set.copyOf(told(keys));
    for (var letter : wrong(keys.stream().map(Long::valueOf).toList())) {
      if (audiences.mend(letter) && told.contains(Long.toString(letter))) {
        findings.found("letter " + letter, "audience-mended");
      }
    }
  }

  private List<Long> wrong(List<Long> ids) {
    return database
        .list(
            sql(
                """
                select c.id, c.unit_id, c.assignee_id, c.registrant_id, c.confidential, c.sensitive, c.in_circuit,
                       (select string_agg(p.agent_id::text, ' ') from correspondence_participant p
                         where p.tenant_id = c.tenant_id and p.correspondence_id = c.id) as agents,
                       (select string_agg(p.unit_id::text, ' ') from correspondence_participant p
                         where p.tenant_id = c.tenant_id and p.correspondence_id = c.id) as units,
                       (select string_agg(v.token, ' ') from correspondence_audience v
                         where v.tenant_id = c.tenant_id and v.correspondence_id = c.id) as tokens
                  from correspondence c where c.id = any(?) order by c.id
                """,
                ids),
            row ->
                Visibility.carriedBy(facts(row)).equals(words(row, "tokens"))
                    ? 0
                    : row.number("id"))
        .stream()
        .filter(id -> id != 0)
        .toList();
  }

  private static Visibility.LetterFacts facts(Row row) {
    return new Visibility.LetterFacts(
        row.number("unit_id"),
        row.text("assignee_id") == null ? null : row.number("assignee_id"),
        row.number("registrant_id"),
        ids(row, "agents"),
        ids(row, "units"),
        row.flag("confidential"),
        row.flag("sensitive"),
        row.flag("in_circuit"));
  }

  private static List<Long> ids(Row row, String column) {
    return words(row, column).stream().map(Long::valueOf).toList();
  }

  private static Set<String> words(Row row, String column) {
    var text = row.text(column);
    return text == null ? Set.of() : Stream.of(text.split(" ")).collect(Collectors.toSet());
  }
}
