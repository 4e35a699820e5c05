package fr.vaguemestre.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Copies a running PostgreSQL cluster, the embedded one, whose binaries come without {@code
 * pg_basebackup}: the low-level backup of PostgreSQL's manual (continuous archiving, making a base
 * backup using the low level API). The copy holds the log it needs, starts by itself, and is what a
 * recovery to a point in time begins with. A temporary slot keeps the log until it is copied.
 *
 * <p>{@code ClusterBackup <cluster> <copy>}, with {@code VAGUEMESTRE_DB_URL} and the superuser's
 * password in {@code VAGUEMESTRE_DB_SUPERUSER_PASSWORD}.
 */
public final class ClusterBackup {
  /** What a running server keeps for itself, or makes again. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init", "backup_label");

  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private final Path cluster;
  private final Path copy;

  private ClusterBackup(Path cluster, Path copy) {
    this.cluster = cluster;
    this.copy = copy;
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    try (var connection =
        DriverManager.getConnection(
            System.getenv("VAGUEMESTRE_DB_URL"),
            "postgres",
            System.getenv("VAGUEMESTRE_DB_SUPERUSER_PASSWORD"))) {
      new ClusterBackup(Path.of(arguments[0]), Path.of(arguments[1])).run(connection);
    }
  }

  private void run(Connection connection) throws SQLException, IOException {
    var slot = "backup_" + UUID.randomUUID().toString().replace("-", "");
    ask(
        connection,
        Statement.sql(
            "select pg_create_physical_replication_slot(?, true, true)::text as slot", slot),
        "slot");
    var begin =
        ask(
            connection,
            Statement.sql("select pg_walfile_name(pg_backup_start(?, true)) as begin", slot),
            "begin");
    copyFiles();
    // Not waiting for the archive, which may be out of order: the log is copied from the cluster.
    var label =
        Statement.sql("select labelfile, pg_walfile_name(lsn) as last from pg_backup_stop(false)")
            .first(connection, row -> List.of(row.text("labelfile"), row.text("last")))
            .orElseThrow();
    Files.writeString(copy.resolve("backup_label"), label.getFirst());
    copyLog(begin, label.getLast());
  }

  private static String ask(Connection connection, Statement question, String column)
      throws SQLException {
    return question.first(connection, row -> row.text(column)).orElseThrow();
  }

  /** Files may change, grow or go while they are copied: the log mends what is torn. */
  private void copyFiles() throws IOException {
    Files.walkFileTree(
        cluster,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(place(folder));
            if (EMPTIED.contains(cluster.relativize(folder).toString())) {
              if (folder.endsWith("pg_wal")) {
                Files.createDirectories(place(folder).resolve("archive_status"));
              }
              return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
              copyOne(file, place(file));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  /** From the segment the backup begins in to the one it ends in; names sort as they were made. */
  private void copyLog(String begin, String last) throws IOException {
    try (var segments = Files.list(cluster.resolve("pg_wal"))) {
      segments
          .filter(segment -> segment.getFileName().toString().matches("[0-9A-F]{24}"))
          .filter(segment -> segment.getFileName().toString().compareTo(begin) >= 0)
          .filter(segment -> segment.getFileName().toString().compareTo(last) <= 0)
          .forEach(segment -> copyOne(segment, place(segment)));
    }
    for (var segment : List.of(begin, last)) {
      if (!Files.exists(copy.resolve("pg_wal").resolve(segment))) {
        throw new IllegalStateException("the log the copy needs is gone: " + segment);
      }
    }
  }

  private Path place(Path path) {
    return copy.resolve(cluster.relativize(path));
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException e) {
      // gone meanwhile: the log knows
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
