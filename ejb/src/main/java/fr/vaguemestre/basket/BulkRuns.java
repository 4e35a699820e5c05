package fr.vaguemestre.basket;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.tenant.TenantGone;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Deeds on many letters under way, so that a screen can show how far one is. Known to this node and
 * forgotten with it: what was done stays done, letter by letter.
 */
@ApplicationScoped
public class BulkRuns {
  private static final int KEPT = 500;

  @Inject BulkActions actions;
  @Resource ManagedExecutorService threads;

  private final Map<String, Run> runs =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
              return size() > KEPT;
            }
          });

  /** How far a run is: of {@code total} letters, those that have their result, in their order. */
  public record Progress(BulkDeed deed, int total, List<BulkResult> results, boolean over) {}

  /**
   * Begins and does not wait.
   *
   * @return the name under which {@link #find} tells how far it is
   */
  public String start(Reader reader, BulkWish wish) {
    actions.check(wish);
    var run = new Run(reader.tenant(), reader.agent(), wish);
    var id = UUID.randomUUID().toString();
    runs.put(id, run);
    threads.execute(
        () -> {
          try {
            TenantContext.run(reader.tenant(), () -> actions.run(reader, wish, run::add));
          } finally {
            run.end();
          }
        });
    return id;
  }

  /** A run of this reader's; nobody else's. */
  public Optional<Progress> find(Reader reader, String id) {
    return Optional.ofNullable(runs.get(id))
        .filter(run -> run.tenant == reader.tenant() && run.agent == reader.agent())
        .map(Run::progress);
  }

  void drop(@Observes TenantGone gone) {
    synchronized (runs) {
      runs.values().removeIf(run -> run.tenant == gone.tenant());
    }
  }

  private static final class Run {
    private final int tenant;
    private final long agent;
    private final BulkWish wish;
    private final List<BulkResult> results = new ArrayList<>();
    private boolean over;

    Run(int tenant, long agent, BulkWish wish) {
      this.tenant = tenant;
      this.agent = agent;
      this.wish = wish;
    }

    synchronized void add(BulkResult result) {
      results.add(result);
    }

    synchronized void end() {
      over = true;
    }

    synchronized Progress progress() {
      return new Progress(wish.deed(), wish.items().size(), List.copyOf(results), over);
    }
  }
}
