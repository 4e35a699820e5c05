package fr.vaguemestre.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalChainTest {
  private static final JournalEntry ENTRY =
      new JournalEntry(
          7,
          Instant.parse("2026-11-21T10:00:00Z"),
          1,
          null,
          3L,
          "REDIRECT",
          "TO_PROCESS",
          "TO_PROCESS",
          "unit=EQS");

  @Test
  void the_same_entry_after_the_same_link_gives_the_same_link() {
    assertThat(JournalChain.next(JournalChain.START, 1, 1, ENTRY))
        .isEqualTo(JournalChain.next(JournalChain.START, 1, 1, ENTRY))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void any_change_to_any_field_or_place_changes_the_link() {
    var links = new HashSet<String>();
    var others =
        List.of(
            ENTRY,
            new JournalEntry(
                8, ENTRY.at(), 1, null, 3L, "REDIRECT", "TO_PROCESS", "TO_PROCESS", "unit=EQS"),
            new JournalEntry(
                7,
                ENTRY.at().plusMillis(1),
                1,
                null,
                3L,
                "REDIRECT",
                "TO_PROCESS",
                "TO_PROCESS",
                "unit=EQS"),
            new JournalEntry(
                7, ENTRY.at(), 2, null, 3L, "REDIRECT", "TO_PROCESS", "TO_PROCESS", "unit=EQS"),
            new JournalEntry(
                7, ENTRY.at(), 1, 3L, null, "REDIRECT", "TO_PROCESS", "TO_PROCESS", "unit=EQS"),
            new JournalEntry(
                7, ENTRY.at(), 1, null, 3L, "REDIRECTT", "O_PROCESS", "TO_PROCESS", "unit=EQS"),
            new JournalEntry(7, ENTRY.at(), 1, null, 3L, "REDIRECT", "TO_PROCESS", "", "unit=EQS"),
            new JournalEntry(
                7, ENTRY.at(), 1, null, 3L, "REDIRECT", "TO_PROCESS", null, "unit=EQS"),
            new JournalEntry(
                7, ENTRY.at(), 1, null, 3L, "REDIRECT", "TO_PROCESS", "TO_PROCESS", "unit=EQS "));
    others.forEach(entry -> links.add(JournalChain.next(JournalChain.START, 1, 1, entry)));
    links.add(JournalChain.next(JournalChain.START, 2, 1, ENTRY));
    links.add(JournalChain.next(JournalChain.START, 1, 2, ENTRY));
    links.add(JournalChain.next("f".repeat(64), 1, 1, ENTRY));
    assertThat(links).hasSize(others.size() + 3);
  }
}
