package fr.vaguemestre.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Visibility.LetterFacts;
import fr.vaguemestre.access.Visibility.ReaderFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The rule sheet's rules of sight, each by its number, then all of them against an oracle written
 * from the sheet.
 */
class VisibilityTest {
  private static final long SPORTS = 10;
  private static final long GYMS = 11;
  private static final long ROADS = 20;
  private static final long CLERK = 1;
  private static final long PAUL = 2;

  @Test
  void O4_a_sensitive_letter_outside_any_circuit_is_the_cabinets_alone() {
    var letter =
        new LetterFacts(SPORTS, PAUL, CLERK, List.of(PAUL), List.of(SPORTS), false, true, false);
    assertThat(sees(cabinet(), letter)).isTrue();
    assertThat(sees(directorate(), letter)).isFalse();
    assertThat(sees(agent(PAUL, SPORTS), letter)).isFalse();
    assertThat(sees(agent(CLERK), letter)).isFalse();
  }

  @Test
  void O5_the_directorate_and_the_cabinet_see_every_letter_in_a_circuit() {
    var confidential = new LetterFacts(SPORTS, null, CLERK, List.of(), List.of(), true, true, true);
    assertThat(sees(cabinet(), confidential)).isTrue();
    assertThat(sees(directorate(), confidential)).isTrue();
  }

  @Test
  void O6_one_sees_the_letters_of_ones_unit_and_below() {
    assertThat(sees(agent(PAUL, SPORTS, GYMS), letterOf(GYMS))).isTrue();
    assertThat(sees(agent(PAUL, GYMS), letterOf(SPORTS))).isFalse();
    assertThat(sees(agent(PAUL, ROADS), letterOf(SPORTS))).isFalse();
  }

  @Test
  void O6_one_sees_the_letters_one_is_assigned_or_in_copy_of() {
    assertThat(
            sees(
                agent(PAUL, ROADS),
                new LetterFacts(SPORTS, PAUL, CLERK, List.of(), List.of(), false, false, true)))
        .isTrue();
    assertThat(
            sees(
                agent(PAUL),
                new LetterFacts(SPORTS, null, CLERK, List.of(PAUL), List.of(), false, false, true)))
        .isTrue();
    assertThat(
            sees(
                agent(PAUL, ROADS),
                new LetterFacts(
                    SPORTS, null, CLERK, List.of(), List.of(ROADS), false, false, true)))
        .isTrue();
  }

  @Test
  void O7_a_unit_gives_an_elected_representative_nothing() {
    var elected = new ReaderFacts(PAUL, List.of(), false, false, List.of());
    assertThat(sees(elected, letterOf(SPORTS))).isFalse();
    assertThat(
            sees(
                elected,
                new LetterFacts(SPORTS, null, CLERK, List.of(PAUL), List.of(), false, false, true)))
        .isTrue();
  }

  @Test
  void a_confidential_letter_is_open_in_its_branch_to_those_cleared_for_it() {
    var letter = new LetterFacts(SPORTS, null, CLERK, List.of(), List.of(), true, false, true);
    assertThat(sees(agent(PAUL, SPORTS), letter)).isFalse();
    assertThat(sees(cleared(List.of(SPORTS), SPORTS), letter)).isTrue();
    assertThat(sees(cleared(List.of(ROADS), ROADS), letter)).isFalse();
    assertThat(sees(cleared(List.of(SPORTS, GYMS), GYMS), letter))
        .as("cleared for another unit of the branch only")
        .isFalse();
  }

  @Test
  void the_tokens_say_what_the_rule_sheet_says_on_random_letters_and_readers() {
    var random = new Random(4);
    for (int i = 0; i < 50_000; i++) {
      var letter = randomLetter(random);
      var reader = randomReader(random);
      assertThat(sees(reader, letter))
          .as("%s %s", reader, letter)
          .isEqualTo(oracle(reader, letter));
    }
  }

  /** The rules in the words of the sheet, without tokens. */
  private static boolean oracle(ReaderFacts reader, LetterFacts letter) {
    if (letter.sensitive() && !letter.inCircuit()) {
      return reader.cabinet();
    }
    boolean concerned =
        letter.registrant() == reader.agent()
            || Long.valueOf(reader.agent()).equals(letter.assignee())
            || letter.agents().contains(reader.agent());
    var opens = letter.confidential() ? reader.confidential() : reader.branch();
    boolean inBranch =
        opens.contains(letter.unit()) || letter.units().stream().anyMatch(opens::contains);
    return reader.cabinet() || reader.directorate() || concerned || inBranch;
  }

  private static LetterFacts randomLetter(Random random) {
    return new LetterFacts(
        random.nextInt(8),
        random.nextInt(3) == 0 ? null : (long) random.nextInt(12),
        random.nextInt(12),
        some(random, 12),
        some(random, 8),
        random.nextInt(4) == 0,
        random.nextInt(4) == 0,
        random.nextInt(3) > 0);
  }

  private static ReaderFacts randomReader(Random random) {
    var branch = some(random, 8);
    return new ReaderFacts(
        random.nextInt(12),
        branch,
        random.nextInt(8) == 0,
        random.nextInt(8) == 0,
        branch.stream().filter(unit -> random.nextInt(3) == 0).toList());
  }

  private static List<Long> some(Random random, int below) {
    var ids = new ArrayList<Long>();
    for (int i = random.nextInt(3); i > 0; i--) {
      ids.add((long) random.nextInt(below));
    }
    return ids;
  }

  private static boolean sees(ReaderFacts reader, LetterFacts letter) {
    return Visibility.sees(Visibility.heldBy(reader), Visibility.carriedBy(letter));
  }

  private static LetterFacts letterOf(long unit) {
    return new LetterFacts(unit, null, CLERK, List.of(), List.of(), false, false, true);
  }

  private static ReaderFacts agent(long id, Long... branch) {
    return new ReaderFacts(id, List.of(branch), false, false, List.of());
  }

  private static ReaderFacts cleared(List<Long> branch, Long unit) {
    return new ReaderFacts(PAUL, branch, false, false, List.of(unit));
  }

  private static ReaderFacts cabinet() {
    return new ReaderFacts(90, List.of(90L), true, false, List.of(90L));
  }

  private static ReaderFacts directorate() {
    return new ReaderFacts(91, List.of(91L), false, true, List.of(91L));
  }
}
