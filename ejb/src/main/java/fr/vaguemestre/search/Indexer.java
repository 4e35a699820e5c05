package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Keeps the index in step with the database, a fraction of a second behind. The queue's rows are
 * removed only after the index commit that holds their letters, so a crash replays them; an index
 * that lost its files is filled again from the start. One node at a time writes. A letter that
 * fails is left out ({@link IndexBatch}); a town whose index fails is left alone for a while, its
 * rows waiting; the others go on.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Indexer {
  private static final Logger LOG = Logger.getLogger(Indexer.class.getName());
  private static final long LOCK = 0x1DE8;
  private static final int BATCH = 500;
  private static final long SHORTEST_REST_MILLIS = 250;
  private static final long LONGEST_REST_MILLIS = 1500;
  private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject OwnerDatabase owner;
  @Inject IndexBatch batch;
  @Inject IndexCleaner cleaner;
  @Inject SearchIndex index;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  private volatile boolean stopping;
  private Thread thread;
  private Instant tidied;

  /** Towns left alone, each until when. */
  private final Map<Integer, Instant> failed = new HashMap<>();

  @PostConstruct
  public void start() {
    tidied = clock.instant();
    tenants.all().forEach(this::refillIfLost);
    thread = threads.newThread(this::keepUp);
    thread.setName("indexer");
    thread.start();
  }

  @PreDestroy
  public void stop() {
    stopping = true;
    thread.interrupt();
    try {
      cleaner.stop();
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Queues every letter of a town again; the index catches up while search goes on. */
  public void rebuild(int tenant) {
    owner.update(
        sql(
            "insert into index_queue (tenant_id, correspondence_id) select tenant_id, id from correspondence where tenant_id = ?"
                + " order by id",
            tenant));
  }

  private void refillIfLost(Tenant town) {
    tried(
        town.id(),
        () -> {
          if (index.sequence(town.id()) == 0) {
            rebuild(town.id());
          }
        });
  }

  /**
   * An index moved aside while the server runs begins again at 0: what is not queued is queued, so
   * that the batch about to be written is not taken for the whole town.
   */
  private void refillWhatIsNotQueued(int tenant) {
    if (index.sequence(tenant) == 0) {
      owner.update(
          sql(
              "insert into index_queue (tenant_id, correspondence_id) select c.tenant_id, c.id from correspondence c where c.tenant_id"
                  + " = ? and not exists (select 1 from index_queue q where q.tenant_id = c.tenant_id and q.correspondence_id = c.id)"
                  + " order by c.id",
              tenant));
    }
  }

  private void tidy() {
    var now = clock.instant();
    if (Duration.between(tidied, now).compareTo(TIDY_EVERY) >= 0) {
      tidied = now;
      index.closeIdle();
    }
  }

  private void keepUp() {
    while (!stopping) {
      try {
        tidy();
        long begin = System.nanoTime();
        if (!indexSome()) {
          rest(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        if (!stopping) {
          LOG.log(Level.WARNING, "the index will try again", e);
          pause();
        }
      }
    }
  }

  /** Six times as long as the work took: a loaded server registers letters before it indexes. */
  private static void rest(long worked) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.clamp(6 * worked, SHORTEST_REST_MILLIS, LONGEST_REST_MILLIS));
  }

  /** Whether there was more than a batch takes, so that there may be more at once. */
  private boolean indexSome() {
    var more = new boolean[1];
    failed.values().removeIf(until -> until.isBefore(clock.instant()));
    owner.alone(
        LOCK,
        database -> {
          var queued =
              database.list(
                  next(),
                  row ->
                      new Queued(
                          (int) row.number("tenant_id"),
                          row.number("id"),
                          row.number("correspondence_id")));
          queued.stream()
              .collect(Collectors.groupingBy(Queued::tenant))
              .forEach(
                  (tenant, rows) -> {
                    var done = new ArrayList<Queued>();
                    if (tried(tenant, () -> done.addAll(index(tenant, rows)))) {
                      forget(database, tenant, done);
                      more[0] |= done.size() < rows.size();
                    }
                  });
          more[0] |= queued.size() == BATCH;
          expungeSome(database);
        });
    return more[0];
  }

  private Statement next() {
    var queued =
        sql(
            "select q.tenant_id, q.id, q.correspondence_id from index_queue q join tenant t on t.id = q.tenant_id and t.active");
    queued.add("where q.correspondence_id is not null");
    except(queued, failed.keySet());
    return queued.add("order by q.id limit ?", BATCH);
  }

  private static void except(Statement queued, Set<Integer> towns) {
    if (!towns.isEmpty()) {
      queued.add("and q.tenant_id <> all(?)", towns);
    }
  }

  /** Towns where letters were erased, once the index has them all and no more come. */
  private void expungeSome(OwnerDatabase.Session database) {
    if (cleaner.busy()) {
      return;
    }
    var asked =
        sql(
            """
            select q.tenant_id, q.id from index_queue q join tenant t on t.id = q.tenant_id and t.active
             where q.correspondence_id is null and q.queued_at < now() - interval '3 seconds'
               and not exists (select 1 from index_queue o where o.tenant_id = q.tenant_id and o.correspondence_id is not null)
            """);
    except(asked, failed.keySet());
    except(asked, cleaner.failed());
    database
        .list(
            asked.add("order by q.id limit 1"),
            row -> new Queued((int) row.number("tenant_id"), row.number("id"), 0))
        .forEach(row -> cleaner.begin(row.tenant(), row.id()));
  }

  /** Whether it was done; else this town is left alone for a while. */
  private boolean tried(int tenant, Runnable work) {
    try {
      work.run();
      return true;
    } catch (Throwable e) {
      if (!stopping) {
        LOG.log(Level.WARNING, "the index of town " + tenant + " will be tried again", e);
      }
      failed.put(tenant, clock.instant().plus(PATIENCE));
      return false;
    }
  }

  /** The first of these rows that are done: not all of them when their letters say much. */
  private List<Queued> index(int tenant, List<Queued> rows) {
    refillWhatIsNotQueued(tenant);
    var wanted = rows.stream().map(Queued::letter).distinct().toList();
    var letters = batch.first(tenant, wanted);
    var taken = Set.copyOf(letters);
    var done = rows.stream().takeWhile(row -> taken.contains(row.letter())).toList();
    batch.put(tenant, letters, done.getLast().id());
    return done;
  }

  private static void forget(OwnerDatabase.Session database, int tenant, List<Queued> rows) {
    database.update(
        sql(
            "delete from index_queue where tenant_id = ? and id = any(?)",
            tenant,
            rows.stream().map(Queued::id).toList()));
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Queued(int tenant, long id, long letter) {}
}
