package fr.vaguemestre.departure;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.storage.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a town's archive: a file of JSON lines for each table, as of one moment, then the
 * contents. What lets somebody in or sign in another's name stays out: password hashes, tokens, the
 * pictures of griffes. Begun again from the start when cut short.
 */
@ApplicationScoped
public class TownExport implements Worker {
  private static final Set<String> LEFT_OUT = Set.of("access_token");
  private static final List<String> SECRETS =
      List.of("password_hash", "secret_hash", "griffe_sha256", "sealed");

  @Inject TownJobs jobs;
  @Inject TownTables tables;
  @Inject Archives archives;
  @Inject OwnerDatabase owner;
  @Inject ContentStore store;

  @Override
  public Kind kind() {
    return Kind.EXPORT_TOWN;
  }

  @Override
  public void carryOut(Work work) throws IOException {
    var job = jobs.of(work.subject());
    if (job.done()) {
      return;
    }
    var part = archives.part(job.id());
    var counts = new LinkedHashMap<String, Long>();
    var files = new AtomicLong();
    var bytes = new AtomicLong();
    String sha256;
    try (var archive = TownArchive.create(part)) {
      archive.entry("README.txt", TownExport::readme);
      var griffes = rows(archive, job.town(), counts);
      store.each(
          job.town(),
          content -> {
            if (!griffes.contains(content.sha256())) {
              archive.entry(
                  "files/" + content.sha256().substring(0, 2) + "/" + content.sha256(),
                  out -> TownArchive.copy(store.open(job.town(), content.sha256()), out));
              files.incrementAndGet();
              bytes.addAndGet(content.size());
            }
          });
      sha256 = archive.finish();
    }
    Files.move(part, archives.path(job.id()), StandardCopyOption.ATOMIC_MOVE);
    long size = Files.size(archives.path(job.id()));
    jobs.exported(job.id(), counts, new Archives.Written(files.get(), bytes.get(), sha256, size));
  }

  /** Writes every table as it stands at one moment; returns the griffes of that moment. */
  private Set<String> rows(TownArchive archive, int town, Map<String, Long> counts) {
    var griffes = new HashSet<String>();
    owner.snapshot(
        database -> {
          griffes.addAll(
              database.list(
                  sql(
                      "select sha256 as griffe_sha256 from griffe where tenant_id = ?"
                          + " union select griffe_sha256 from signature_proof where tenant_id = ? and griffe_sha256 is not null",
                      town,
                      town),
                  row -> row.text("griffe_sha256")));
          table(archive, database, "tenant", "id", town);
          for (var table : tables.childrenFirst()) {
            if (!LEFT_OUT.contains(table.name())) {
              counts.put(table.name(), table(archive, database, table.name(), "tenant_id", town));
            }
          }
        });
    return griffes;
  }

  private static long table(
      TownArchive archive, OwnerDatabase.Session database, String table, String key, int town) {
    var count = new AtomicLong();
    var secrets = "signature_proof".equals(table) ? List.of() : SECRETS;
    var lines =
        sql(
            "select (to_jsonb(t) - coalesce(?::text[], '{}'))::text as line from %s t where %s = ?"
                .formatted(table, key),
            secrets,
            town);
    try {
      archive.entry(
          "tables/" + table + ".jsonl",
          out ->
              database.each(
                  lines,
                  row -> {
                    write(out, row.text("line") + "\n");
                    count.incrementAndGet();
                  }));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count.get();
  }

  private static void write(java.io.OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readme(java.io.OutputStream out) throws IOException {
    try (var words = TownExport.class.getResourceAsStream("/templates/town-archive.txt")) {
      words.transferTo(out);
    }
  }
}
