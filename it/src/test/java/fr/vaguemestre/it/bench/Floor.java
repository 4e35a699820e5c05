package fr.vaguemestre.it.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The least a durable registration can cost here: 100 kB written, the file and its folder forced to
 * the disk, then one row inserted and committed in the same PostgreSQL.
 */
final class Floor {
  private static final int SIZE = 100_000;

  private Floor() {}

  /** Such pairs per second, with as many threads. */
  static double perSecond(int threads, int seconds) {
    var done = new AtomicLong();
    try {
      prepare("create table if not exists bench_floor (id bigint, text varchar(200))");
      var folder = Files.createDirectories(BenchServer.data().resolve("bench-floor"));
      long begin = System.nanoTime();
      long until = begin + seconds * 1_000_000_000L;
      var workers = new ArrayList<Thread>();
      for (int i = 0; i < threads; i++) {
        int worker = i;
        workers.add(new Thread(() -> work(folder, worker, until, done), "floor-" + i));
      }
      workers.forEach(Thread::start);
      for (var worker : workers) {
        worker.join();
      }
      double elapsed = (System.nanoTime() - begin) / 1e9;
      prepare("drop table bench_floor");
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      return done.get() / elapsed;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void work(Path folder, int worker, long until, AtomicLong done) {
    var bytes = new byte[SIZE];
    new SplittableRandom(worker).nextBytes(bytes);
    try (var connection = BenchServer.database("postgres");
        var insert = connection.prepareStatement("insert into bench_floor values (?, ?)")) {
      connection.setAutoCommit(false);
      for (long n = 0; System.nanoTime() < until; n++) {
        var file = folder.resolve(worker + "-" + n);
        try (var channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          channel.write(ByteBuffer.wrap(bytes));
          channel.force(true);
        }
        try (var channel = FileChannel.open(folder)) {
          channel.force(true);
        }
        insert.setLong(1, n);
        insert.setString(2, file.toString());
        insert.executeUpdate();
        connection.commit();
        done.incrementAndGet();
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void prepare(String sql) throws SQLException {
    try (var connection = BenchServer.database("postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
