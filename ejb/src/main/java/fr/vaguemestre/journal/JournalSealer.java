package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Links committed entries into each town's chain, a second after they were written at most, one
 * node at a time. What is sealed is in the order of sealing: an entry that commits late is linked
 * late, never between.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalSealer {
  private static final long LOCK = 0x5EA1;
  private static final int BATCH = 2000;

  @Inject OwnerDatabase owner;
  @Inject Clock clock;
  private final ReentrantLock here = new ReentrantLock();

  /** Seals what waits; does nothing while another node or thread is at it. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void seal() {
    if (here.tryLock()) {
      try {
        owner.alone(LOCK, this::sealWaiting);
      } finally {
        here.unlock();
      }
    }
  }

  private void sealWaiting(OwnerDatabase.Session database) {
    var waiting =
        database.list(
            sql(
                """
                select e.* from journal_unsealed u
                  join journal_entry e on e.tenant_id = u.tenant_id and e.id = u.entry_id
                 order by e.tenant_id, e.id limit ?
                """,
                BATCH),
            row -> new Waiting((int) row.number("tenant_id"), JournalEntry.read(row)));
    int tenant = -1;
    var link = new Link(0, JournalChain.START);
    for (var next : waiting) {
      if (next.tenant() != tenant) {
        tenant = next.tenant();
        link = last(database, tenant);
      }
      long number = link.number() + 1;
      link = new Link(number, JournalChain.next(link.hash(), tenant, number, next.entry()));
      database.update(
          sql(
              "insert into journal_seal (tenant_id, number, entry_id, hash, sealed_at) values (?, ?, ?, ?, ?)",
              tenant,
              number,
              next.entry().id(),
              link.hash(),
              clock.instant()));
      database.update(
          sql(
              "delete from journal_unsealed where tenant_id = ? and entry_id = ?",
              tenant,
              next.entry().id()));
    }
  }

  private static Link last(OwnerDatabase.Session database, int tenant) {
    return database
        .list(
            sql(
                "select number, hash from journal_seal where tenant_id = ? order by number desc limit 1",
                tenant),
            row -> new Link(row.number("number"), row.text("hash")))
        .stream()
        .findFirst()
        .orElse(new Link(0, JournalChain.START));
  }

  private record Waiting(int tenant, JournalEntry entry) {}

  private record Link(long number, String hash) {}
}
