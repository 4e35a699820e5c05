package fr.vaguemestre.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.reply.Comparison.Kind;
import fr.vaguemestre.reply.Comparison.Piece;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** REP2: what one version of a reply says otherwise than another. */
class ComparisonTest {
  @Test
  void REP2_words_added_and_removed_are_shown_in_their_place() {
    assertThat(Comparison.of("Le panneau sera réparé.", "Le banc sera réparé demain."))
        .containsExactly(
            new Piece(Kind.SAME, "Le "),
            new Piece(Kind.REMOVED, "panneau"),
            new Piece(Kind.ADDED, "banc"),
            new Piece(Kind.SAME, " sera réparé"),
            new Piece(Kind.ADDED, " demain"),
            new Piece(Kind.SAME, "."));
    assertThat(Comparison.of("", "Bonjour")).containsExactly(new Piece(Kind.ADDED, "Bonjour"));
    assertThat(Comparison.of("Même\ntexte", "Même\ntexte"))
        .containsExactly(new Piece(Kind.SAME, "Même\ntexte"));
  }

  @Test
  void REP2_both_texts_can_be_read_back_from_the_pieces() {
    var random = new Random(20);
    for (int round = 0; round < 300; round++) {
      var before = text(random, random.nextInt(60));
      var after = random.nextInt(4) == 0 ? text(random, 40) : changed(before, random);
      var pieces = Comparison.of(before, after);
      assertThat(read(pieces, Kind.ADDED)).as(before + " | " + after).isEqualTo(before);
      assertThat(read(pieces, Kind.REMOVED)).as(before + " | " + after).isEqualTo(after);
    }
  }

  @Test
  void REP2_long_texts_are_compared_by_their_lines() {
    var before = "Une ligne comme une autre.\n".repeat(4_000);
    var pieces = Comparison.of(before, "D’abord ceci.\n" + before);
    assertThat(pieces)
        .containsExactly(new Piece(Kind.ADDED, "D’abord ceci.\n"), new Piece(Kind.SAME, before));
  }

  @Test
  void REP2_more_lines_than_can_be_compared_in_good_time_are_refused() {
    var before = "Une ligne.\n".repeat(10_001);
    assertThatThrownBy(() -> Comparison.of(before, before.replace("Une", "Autre")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("reply.too-long-to-compare"));
  }

  private static String read(List<Piece> pieces, Kind without) {
    return pieces.stream()
        .filter(piece -> piece.kind() != without)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  private static String text(Random random, int words) {
    return random
        .ints(words, 0, 12)
        .mapToObj(w -> w == 0 ? "\n" : "mot" + w + (w > 9 ? "," : "") + " ")
        .collect(Collectors.joining());
  }

  private static String changed(String text, Random random) {
    if (text.isEmpty()) {
      return "neuf";
    }
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(12));
    return text.substring(0, from) + (random.nextBoolean() ? "neuf " : "") + text.substring(to);
  }
}
