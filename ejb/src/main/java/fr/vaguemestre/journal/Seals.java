package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The chain of a town's seals, read and checked in its own name. */
@ApplicationScoped
public class Seals {
  @Inject Database database;

  /**
   * @param number from 1, without a gap
   * @param hash SHA-256, hexadecimal
   */
  public record Seal(long number, String hash) {}

  private record Link(long number, String hash, String previous, int tenant, JournalEntry entry) {
    boolean holds() {
      return hash.equals(
          JournalChain.next(
              number == 1 ? JournalChain.START : previous == null ? "" : previous,
              tenant,
              number,
              entry));
    }
  }

  public Optional<Seal> last() {
    return database.first(
        sql("select number, hash from journal_seal order by number desc limit 1"), Seals::seal);
  }

  public Optional<Seal> find(long number) {
    return database.first(
        sql("select number, hash from journal_seal where number = ?", number), Seals::seal);
  }

  /** The next numbers after this one. */
  public List<Long> after(long number, int most) {
    return database.list(
        sql(
            "select number from journal_seal where number > ? order by number limit ?",
            number,
            most),
        row -> row.number("number"));
  }

  /**
   * Those of these seals that do not follow from the seal before them and from their entry. Whoever
   * checks every seal of a town like this has checked the chain.
   */
  public List<Long> broken(Collection<Long> numbers) {
    return database
        .list(
            sql(
                """
                select s.tenant_id, s.number, s.hash, p.hash as previous, e.*
                  from journal_seal s
                  join journal_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
                  left join journal_seal p on p.tenant_id = s.tenant_id and p.number = s.number - 1
                 where s.number = any(?) order by s.number
                """,
                numbers),
            Seals::link)
        .stream()
        .filter(link -> !link.holds())
        .map(Link::number)
        .toList();
  }

  private static Seal seal(Row row) {
    return new Seal(row.number("number"), row.text("hash"));
  }

  private static Link link(Row row) {
    return new Link(
        row.number("number"),
        row.text("hash"),
        row.text("previous"),
        (int) row.number("tenant_id"),
        JournalEntry.read(row));
  }
}
