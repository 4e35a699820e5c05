package fr.vaguemestre.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.search.IndexedLetter;
import fr.vaguemestre.search.SearchIndex;
import fr.vaguemestre.search.SearchWish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.InfoStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder, the writer and the reader of a town, in good days and bad. */
class TownTest {
  private static final Set<String> CLERK = Set.of("u:1");

  @TempDir Path root;
  private final Hands clock = new Hands();
  private LuceneSearchIndex index;

  @BeforeEach
  void open() {
    index = new LuceneSearchIndex(root, clock, 3, Duration.ofMinutes(10));
  }

  @AfterEach
  void close() {
    InfoStream.setDefault(InfoStream.NO_OUTPUT);
    index.close();
  }

  @Test
  void an_unreadable_index_is_moved_aside_and_filled_anew() throws IOException {
    for (var harm : List.<Harm>of(TownTest::cut, TownTest::scribble, TownTest::lose)) {
      index.dropAll(1);
      filled(1, 50);
      index.close();
      harm.on(root.resolve("1"));
      open();
      assertThat(index.sequence(1)).isZero();
      assertThat(found(1)).isZero();
      assertThat(index.health(1).setAside()).isEqualTo(1);
      try (var folders = Files.list(root)) {
        assertThat(folders.map(f -> f.getFileName().toString()))
            .anyMatch(name -> name.startsWith("1.unreadable-"));
      }
      filled(1, 20);
      assertThat(found(1)).isEqualTo(20);
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void GRC8_what_was_replaced_or_removed_is_in_no_file_after_an_expunge() throws IOException {
    filled(1, 50);
    Files.writeString(
        Files.createDirectories(root.resolve("1.unreadable-1")).resolve("_0.fdt"), "x");
    write("Quatresols", 1);
    assertThat(found(1)).isPositive();
    assertThat(filesThatSay("quatresols")).isNotEmpty();
    write("personne", 1);
    index.beginRebuild(1);
    write("Quatresols", 1);
    write("personne", 1);
    assertThat(filesThatSay("quatresols")).isNotEmpty();
    index.expunge(1);
    assertThat(filesThatSay("quatresols")).isEmpty();
    assertThat(root.resolve("1.unreadable-1")).doesNotExist();
  }

  /** A clean-up of minutes, stood still where it begins to merge. */
  @Test
  @Timeout(60)
  void GRC8_letters_are_written_and_found_while_an_expunge_runs_and_it_still_keeps_its_word()
      throws Exception {
    var halt = new Halt("IW", "forceMergeDeletes");
    InfoStream.setDefault(halt);
    filled(1, 50);
    write("Quatresols", 1);
    write("personne", 1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var cleaning = threads.submit(() -> index.expunge(1));
      halt.reached.await();
      write("pendant", 2);
      assertThat(index.find(1, CLERK, SearchWish.of("pendant")).total()).isEqualTo(1);
      clock.advance(Duration.ofMinutes(11));
      index.closeIdle();
      assertThat(index.health(1).openWriters()).as("in use").isEqualTo(1);
      assertThat(cleaning.isDone()).isFalse();
      halt.go.countDown();
      cleaning.get();
    }
    assertThat(filesThatSay("quatresols")).isEmpty();
    assertThat(index.find(1, CLERK, SearchWish.of("pendant")).total()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(11));
    index.closeIdle();
    assertThat(index.health(1).openWriters()).isZero();
  }

  /** The merge read its letters before one was replaced: it brings the words along. */
  @Test
  @Timeout(60)
  void GRC8_a_merge_that_began_before_the_expunge_leaves_no_word_behind() throws Exception {
    var halt = new Halt("SM", "");
    write("Quatresols", 1);
    index.close();
    InfoStream.setDefault(halt);
    open();
    // Segments that a merge joins, the first one among them.
    for (int id = 2; halt.merging() == 0; id++) {
      write("autre", id);
      assertThat(id).isLessThan(200);
    }
    write("personne", 1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var cleaning = threads.submit(() -> index.expunge(1));
      Thread.sleep(300);
      halt.go.countDown();
      cleaning.get();
    }
    assertThat(filesThatSay("quatresols")).isEmpty();
  }

  @Test
  @Timeout(60)
  void GRC8_an_expunge_of_an_index_closed_meanwhile_is_told_and_done_again() throws Exception {
    var halt = new Halt("IW", "forceMergeDeletes");
    InfoStream.setDefault(halt);
    filled(1, 50);
    write("Quatresols", 1);
    write("personne", 1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var cleaning = threads.submit(() -> index.expunge(1));
      halt.reached.await();
      index.close();
      halt.go.countDown();
      assertThatThrownBy(cleaning::get).isInstanceOf(ExecutionException.class);
    }
    open();
    index.expunge(1);
    assertThat(filesThatSay("quatresols")).isEmpty();
    assertThat(index.sequence(1)).isEqualTo(50);
  }

  /** Stands a writer still where it says these words, until told to go on. */
  private static final class Halt extends InfoStream {
    private final String component;
    private final String words;
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    Halt(String component, String words) {
      this.component = component;
      this.words = words;
    }

    long merging() {
      return 1 - reached.getCount();
    }

    @Override
    public void message(String who, String message) {
      if (who.equals(component) && message.startsWith(words) && mergeThread(who)) {
        reached.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    /** A segment that is flushed says so too, in the thread that writes. */
    private static boolean mergeThread(String who) {
      return !who.equals("SM") || Thread.currentThread().getName().startsWith("Lucene Merge");
    }

    @Override
    public boolean isEnabled(String who) {
      return who.equals(component);
    }

    @Override
    public void close() {}
  }

  /** Of a letter among the others, so that its segment is not empty without it. */
  private void write(String subject, long id) {
    index.write(
        1,
        List.of(
            IndexedLetter.of(id, CLERK).subject(subject).build(),
            IndexedLetter.of(1000 + subject.length(), CLERK).subject("autre").build()),
        List.of(),
        id);
    index.commit(1);
  }

  private List<Path> filesThatSay(String word) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(file -> says(file, word)).toList();
    }
  }

  private static boolean says(Path file, String word) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT)
          .contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_unreadable_index_does_not_stop_the_writer() throws IOException {
    filled(1, 50);
    index.close();
    cut(root.resolve("1"));
    open();
    filled(1, 10);
    assertThat(found(1)).isEqualTo(10);
    assertThat(index.health(1).setAside()).isEqualTo(1);
  }

  @Test
  void SEA2_what_was_filled_and_lost_before_its_commit_is_told_and_filled_again() {
    index.beginRebuild(1);
    index.fillRebuild(1, List.of(() -> List.of(letter(1)), () -> List.of(letter(2))));
    assertThatThrownBy(() -> index.fillRebuild(1, closedBefore(4)))
        .isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> index.fillRebuild(1, closedBefore(5)))
        .isInstanceOf(UncheckedIOException.class);
    index.fillRebuild(1, List.of(() -> List.of(letter(3)), () -> List.of(letter(4))));
    index.endRebuild(1);
    assertThat(found(1)).isEqualTo(4);
  }

  /** Letters 3 and 4, a batch each; the index is closed before that one, or at the end. */
  private Iterable<Supplier<Collection<IndexedLetter>>> closedBefore(long id) {
    return () ->
        LongStream.of(3, 4, 5)
            .peek(
                n -> {
                  if (n == id) {
                    index.close();
                  }
                })
            .filter(n -> n < 5)
            .<Supplier<Collection<IndexedLetter>>>mapToObj(n -> () -> List.of(letter(n)))
            .iterator();
  }

  @Test
  void SEA2_an_idle_town_is_not_closed_on_what_a_rebuild_has_not_committed() {
    filled(1, 1);
    index.beginRebuild(1);
    index.fillRebuild(
        1,
        List.of(
            () -> List.of(letter(1)),
            () -> {
              clock.advance(Duration.ofMinutes(11));
              index.closeIdle();
              return List.of(letter(2));
            }));
    index.endRebuild(1);
    assertThat(found(1)).isEqualTo(2);
  }

  @Test
  void a_lock_file_of_a_dead_process_is_no_obstacle() throws IOException {
    filled(1, 1);
    index.close();
    assertThat(root.resolve("1/write.lock")).exists();
    open();
    filled(1, 2);
    assertThat(found(1)).isEqualTo(2);
  }

  @Test
  void a_second_writer_is_refused_and_harms_nothing() {
    filled(1, 5);
    try (var second = new LuceneSearchIndex(root, clock)) {
      assertThatThrownBy(() -> second.write(1, List.of(letter(9)), List.of(), 9))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(second.find(1, CLERK, SearchWish.of("")).total()).isEqualTo(5);
    }
    filled(1, 6);
    assertThat(found(1)).isEqualTo(6);
    assertThat(index.health(1).setAside()).isZero();
  }

  @Test
  void an_index_of_another_layout_is_filled_anew() throws IOException {
    filled(1, 5);
    index.close();
    try (var directory = FSDirectory.open(root.resolve("1"));
        var writer = new IndexWriter(directory, new IndexWriterConfig(new FrenchAnalyzer()))) {
      writer.setLiveCommitData(Map.of("sequence", "77", "layout", "0").entrySet());
      writer.commit();
    }
    open();
    assertThat(index.sequence(1)).isZero();
    filled(1, 3);
    assertThat(found(1)).isEqualTo(3);
    assertThat(index.sequence(1)).isEqualTo(3);
  }

  @Test
  void only_the_towns_searched_lately_stay_open() {
    for (var town = 1; town <= 8; town++) {
      filled(town, town);
    }
    for (var round = 0; round < 2; round++) {
      for (var town = 1; town <= 8; town++) {
        assertThat(found(town)).isEqualTo(town);
      }
    }
    assertThat(index.health(8).openReaders()).isLessThanOrEqualTo(3);
  }

  @Test
  void an_idle_town_is_closed_unless_something_is_pending() {
    filled(1, 1);
    index.write(2, List.of(letter(1)), List.of(), 1);
    found(1);
    clock.advance(Duration.ofMinutes(9));
    index.closeIdle();
    assertThat(index.health(3).openWriters()).isEqualTo(2);
    clock.advance(Duration.ofMinutes(2));
    index.closeIdle();
    assertThat(index.health(3).openWriters()).isEqualTo(1);
    index.commit(2);
    assertThat(found(2)).isEqualTo(1);
    filled(1, 2);
    assertThat(found(1)).isEqualTo(2);
  }

  @Test
  void searches_go_on_while_towns_are_written_evicted_and_closed() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks =
          IntStream.range(0, 4)
              .<Callable<Void>>mapToObj(
                  thread ->
                      () -> {
                        for (var round = 0; round < 150; round++) {
                          var town = 1 + (round + thread) % 6;
                          if (thread == 0) {
                            filled(town, 5);
                            index.closeIdle();
                          } else {
                            assertThat(found(town)).isIn(0L, 5L);
                          }
                          clock.advance(Duration.ofMinutes(3));
                        }
                        return null;
                      })
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  @Test
  void a_killed_process_leaves_its_last_commit() throws Exception {
    for (var round = 0; round < 3; round++) {
      var child =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  Forever.class.getName(),
                  root.toString())
              .redirectErrorStream(true)
              .start();
      try (var out = child.inputReader()) {
        String line;
        var commits = 0;
        while (commits < 20 + 7 * round && (line = out.readLine()) != null) {
          commits += line.startsWith("committed") ? 1 : 0;
        }
        assertThat(commits).isEqualTo(20 + 7 * round);
      } finally {
        child.destroyForcibly().waitFor();
      }
      open();
      assertThat(index.health(1).setAside()).isZero();
      assertThat(index.sequence(1)).isGreaterThanOrEqualTo(20 + 7 * round);
      assertThat(found(1)).isEqualTo(index.sequence(1));
      index.dropAll(1);
      index.close();
    }
  }

  /** Writes letter n at sequence n and commits, until killed. */
  static final class Forever {
    public static void main(String[] arguments) {
      var index = new LuceneSearchIndex(Path.of(arguments[0]), Clock.systemUTC());
      for (var n = 1L; ; n++) {
        index.write(1, List.of(letter(n)), List.of(), n);
        index.commit(1);
        System.out.println("committed " + n);
      }
    }
  }

  private interface Harm {
    void on(Path folder) throws IOException;
  }

  /** Half of every data file is gone. */
  private static void cut(Path folder) throws IOException {
    for (var file : data(folder)) {
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
    }
  }

  private static void scribble(Path folder) throws IOException {
    for (var file : data(folder)) {
      Files.write(file, new byte[(int) Files.size(file)]);
    }
  }

  private static void lose(Path folder) throws IOException {
    for (var file : data(folder)) {
      Files.delete(file);
    }
  }

  private static List<Path> data(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("_")).toList();
    }
  }

  private long found(int town) {
    return index.find(town, CLERK, SearchWish.of("").limit(5)).total();
  }

  private void filled(int town, int letters) {
    SearchIndex into = index;
    into.write(
        town,
        IntStream.rangeClosed(1, letters).mapToObj(TownTest::letter).toList(),
        List.of(),
        letters);
    into.commit(town);
  }

  private static IndexedLetter letter(long id) {
    return IndexedLetter.of(id, CLERK).subject("pont " + id).build();
  }

  /** A clock moved by hand. */
  private static final class Hands extends Clock {
    private volatile Instant now = Instant.parse("2026-11-20T09:00:00Z");

    synchronized void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
