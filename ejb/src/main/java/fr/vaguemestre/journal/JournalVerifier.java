package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerConnection;
import fr.vaguemestre.platform.db.Row;
import java.util.List;

/**
 * Walks every town's chain from its start and says whether it holds. On the command line: {@code
 * vaguemestre journal verify}; ends with 1 and names the first broken entry of each town when one
 * does not.
 */
public final class JournalVerifier {
  private static final int BATCH = 5000;

  private JournalVerifier() {}

  public static void main(String[] arguments) {
    try (var database = OwnerConnection.open(System.getenv())) {
      boolean sound = true;
      for (var town : database.list(sql("select id, code from tenant order by id"), Town::read)) {
        sound &= verify(database, town);
      }
      System.exit(sound ? 0 : 1);
    }
  }

  private static boolean verify(OwnerConnection database, Town town) {
    long number = 0;
    var hash = JournalChain.START;
    for (var batch = batch(database, town, number);
        !batch.isEmpty();
        batch = batch(database, town, number)) {
      for (var seal : batch) {
        number++;
        hash = JournalChain.next(hash, town.id(), number, seal.entry());
        if (seal.number() != number || !hash.equals(seal.hash())) {
          say(
              "%s : chaîne rompue au scellé %d, entrée %d du %s (%s)",
              town.code(), number, seal.entry().id(), seal.entry().at(), seal.entry().action());
          return false;
        }
      }
    }
    long waiting =
        count(database, "select count(*) as n from journal_unsealed where tenant_id = ?", town);
    long all = count(database, "select count(*) as n from journal_entry where tenant_id = ?", town);
    if (all != number + waiting) {
      say(
          "%s : %d entrées pour %d scellés et %d en attente : des entrées ont été ajoutées ou retirées",
          town.code(), all, number, waiting);
      return false;
    }
    say(
        "%s : %d entrées vérifiées, %d pas encore scellées, dernier scellé %s",
        town.code(), number, waiting, hash);
    return true;
  }

  private static List<Seal> batch(OwnerConnection database, Town town, long after) {
    return database.list(
        sql(
            """
            select s.number, s.hash, e.* from journal_seal s
              join journal_entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
             where s.tenant_id = ? and s.number > ? order by s.number limit ?
            """,
            town.id(),
            after,
            BATCH),
        row -> new Seal(row.number("number"), row.text("hash"), JournalEntry.read(row)));
  }

  private static long count(OwnerConnection database, String query, Town town) {
    return database.list(sql(query, town.id()), row -> row.number("n")).getFirst();
  }

  @SuppressWarnings("SystemOut") // a command speaks on its standard output
  private static void say(String format, Object... values) {
    System.out.println(format.formatted(values));
  }

  private record Town(int id, String code) {
    static Town read(Row row) {
      return new Town((int) row.number("id"), row.text("code"));
    }
  }

  private record Seal(long number, String hash, JournalEntry entry) {}
}
