package fr.vaguemestre.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.search.SearchExports.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A file of results is whole, or there is none. */
class SearchExportsTest {
  private static final Reader CLERK = clerk(1);

  @Test
  void SEA2_a_file_is_whole_and_leaves_nothing_on_the_disk() throws IOException {
    var before = left();
    for (var format : Format.values()) {
      try (var file = exports(600, -1).make(CLERK, Asked.NOTHING, format, key -> key)) {
        var out = new ByteArrayOutputStream();
        file.copyTo(out);
        assertThat(out.size()).isEqualTo((int) file.size()).isPositive();
        if (format == Format.CSV) {
          assertThat(out.toString(StandardCharsets.UTF_8).strip().lines()).hasSize(601);
        }
        assertThat(left()).isEqualTo(before);
      }
    }
  }

  @Test
  void SEA2_a_failure_in_the_middle_gives_no_file_of_any_kind() throws IOException {
    var before = left();
    for (int round = 0; round <= ExportFile.MOST_OF_ONE; round++) {
      for (var format : Format.values()) {
        assertThatThrownBy(() -> exports(600, 2).make(CLERK, Asked.NOTHING, format, key -> key))
            .isInstanceOfSatisfying(
                Refusal.class, r -> assertThat(r.key()).isEqualTo("search.export-failed"));
      }
    }
    assertThat(left()).isEqualTo(before);
  }

  @Test
  void SEA2_letters_that_came_meanwhile_are_not_cut_off_in_silence() {
    assertThatThrownBy(
            () ->
                exports(Format.CSV.most() + 1, -1)
                    .make(CLERK, Asked.NOTHING, Format.CSV, key -> key))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("search.export-too-many"));
  }

  @Test
  void SEA2_files_are_bounded_in_length_and_number() throws IOException {
    try (var file = ExportFile.open(1, 1, 10)) {
      var out = file.out();
      out.write(new byte[10]);
      assertThatThrownBy(() -> out.write(1))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.key()).isEqualTo("search.export-too-long"));
    }
    var open = new ArrayList<ExportFile>();
    try {
      for (int i = 0; i < ExportFile.MOST; i++) {
        open.add(ExportFile.open(i / ExportFile.MOST_OF_TOWN, 100 + i / ExportFile.MOST_OF_ONE));
      }
      assertBusy("search.export-busy", 9, 7);
      open.removeLast().close();
      assertBusy("search.export-busy", 0, 100);
      assertBusy("search.export-busy-town", 0, 7);
      open.add(ExportFile.open(9, 7));
    } finally {
      for (var file : open) {
        file.close();
        file.close();
      }
    }
    ExportFile.open(0, 100).close();
  }

  private static void assertBusy(String why, int town, long agent) {
    assertThatThrownBy(() -> ExportFile.open(town, agent))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(why));
  }

  /** Exports of so many letters, whose index fails at a page; never for -1. */
  private static SearchExports exports(int letters, int failing) {
    var exports = new SearchExports();
    exports.searches =
        new Searches() {
          private int page;

          @Override
          public SearchWish wish(Reader reader, Asked asked) {
            return SearchWish.of("");
          }

          @Override
          public SearchResult find(Reader reader, SearchWish wish) {
            if (++page == failing) {
              throw new IllegalStateException("the disk is gone");
            }
            long from = wish.after() == null ? 0 : Long.parseLong(wish.after());
            long to = Math.min(letters, from + wish.limit());
            return new SearchResult(
                letters,
                LongStream.range(from, to)
                    .mapToObj(i -> new SearchResult.Item(line(i), ""))
                    .toList(),
                to < letters ? Long.toString(to) : null,
                Map.of(),
                Optional.empty(),
                false,
                false);
          }
        };
    return exports;
  }

  private static LetterLine line(long id) {
    return new LetterLine(
        id,
        1,
        "PONT/" + id,
        "=1+1",
        null,
        "Plainte",
        "Voirie",
        null,
        "OPEN",
        "Ouvert",
        "plain",
        false,
        "Normale",
        null,
        LocalDate.of(2026, 3, 1),
        null,
        false,
        0,
        0,
        null,
        30,
        false,
        false,
        List.of(),
        null);
  }

  private static Reader clerk(long agent) {
    return new Reader(
        1, agent, "test", "Test", null, null, 0, Set.of(), Set.of(), Map.of(), Set.of("u1"));
  }

  private static List<Path> left() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("vaguemestre-export-"))
          .toList();
    }
  }
}
