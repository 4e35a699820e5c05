package fr.vaguemestre.consistency;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes the contents that a row named and none names any more. Bytes come before their row: what
 * was put in the last hour waits for the next night.
 */
@ApplicationScoped
public class UnnamedFiles implements Chore {
  private static final Duration YOUNG = Duration.ofHours(1);

  @Inject Database database;
  @Inject ContentNames names;
  @Inject ContentStore store;
  @Inject Clock clock;

  @Override
  public String step() {
    return "unnamed-files";
  }

  @Override
  public long size() {
    return database.count(sql("select count(*) as count from content_removal"));
  }

  @Override
  public List<String> after(String key, int most) {
    return database.list(
        sql(
            "select sha256 from content_removal where sha256 > cast(? as bpchar) order by sha256 limit ?",
            key == null ? "" : key,
            most),
        row -> row.text("sha256"));
  }

  /** Cut short, what is gone is found gone the next time. */
  @Override
  public void carryOut(List<String> keys, Findings findings) {
    // Who stops naming one of them meanwhile waits, and asks for it anew.
    database.list(
        sql(
            "select sha256 from content_removal where sha256 = any(cast(? as bpchar[])) order by sha256 for update",
            keys),
        row -> row.text("sha256"));
    var named = names.leaving(keys.getFirst(), keys.getLast());
    var since = clock.instant().minus(YOUNG);
    var settled = new ArrayList<String>();
    for (var address : keys) {
      if (named.contains(address) || address.equals(Holding.NO_BYTES) || gone(address, since)) {
        settled.add(address);
      }
    }
    database.update(
        sql("delete from content_removal where sha256 = any(cast(? as bpchar[]))", settled));
  }

  private boolean gone(String address, Instant since) {
    try {
      return store.removeUntouched(TenantContext.required(), address, since);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
