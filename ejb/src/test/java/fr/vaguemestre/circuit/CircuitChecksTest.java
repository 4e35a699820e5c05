package fr.vaguemestre.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Right;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CIR1: what is said of a circuit before it is published, each rule broken once on purpose. */
class CircuitChecksTest {
  private static final CircuitChecks.Town EVERYTHING =
      new CircuitChecks.Town(EnumSet.allOf(Right.class), true);

  private final List<State> states = new ArrayList<>(IncomingCircuit.STATES);
  private final List<Transition> ways = new ArrayList<>(IncomingCircuit.TRANSITIONS);

  @Test
  void CIR1_the_circuit_of_a_new_town_has_nothing_to_repair() {
    assertThat(found()).isEmpty();
  }

  @Test
  void CIR1_a_state_nothing_leads_to_is_named() {
    states.add(state("ASIDE", false, false));
    ways.add(way(Action.CLOSE, "ASIDE", "CLOSED"));
    assertThat(found()).containsExactly("circuit.unreachable@ASIDE");
  }

  @Test
  void CIR1_a_state_nothing_leaves_is_named_though_actions_stay_in_it() {
    states.add(state("ASIDE", false, false));
    ways.add(way(Action.RECALL, "TO_PROCESS", "ASIDE"));
    ways.add(way(Action.NOTE, "ASIDE", "ASIDE"));
    assertThat(found()).containsExactly("circuit.dead-end@ASIDE");
  }

  @Test
  void CIR1_two_states_that_lead_to_each_other_and_never_to_an_end_are_named() {
    states.add(state("A", false, false));
    states.add(state("B", false, false));
    ways.add(way(Action.RECALL, "TO_PROCESS", "A"));
    ways.add(way(Action.RECALL, "A", "B"));
    ways.add(way(Action.RECALL, "B", "A"));
    assertThat(found()).containsExactly("circuit.never-closed@A", "circuit.never-closed@B");
  }

  @Test
  void CIR1_a_letter_has_one_place_to_begin_and_a_sensitive_one_another() {
    states.add(state("OTHER", true, false));
    ways.add(way(Action.CLOSE, "OTHER", "CLOSED"));
    assertThat(found()).containsExactly("circuit.two-firsts@OTHER");
    states.clear();
    ways.clear();
    assertThat(found()).containsExactly("circuit.no-first@null", "circuit.no-outside@null");
  }

  @Test
  void CIR1_two_transitions_that_one_letter_could_take_answer_the_same_question() {
    ways.add(way(Action.CLOSE, "TO_PROCESS", "TO_SEND"));
    assertThat(found()).containsExactly("circuit.two-answers@TO_PROCESS");
  }

  @Test
  void CIR1_conditions_that_exclude_each_other_make_two_questions() {
    ways.removeIf(w -> w.from().equals("IN_APPROVAL") && w.action() == Action.REFUSE);
    ways.add(way(Action.REFUSE, "IN_APPROVAL", "TO_PROCESS", Condition.VISA_AT_HAND));
    ways.add(way(Action.REFUSE, "IN_APPROVAL", "TO_SEND", Condition.SIGNATURE_AT_HAND));
    assertThat(found()).isEmpty();
    ways.add(
        way(
            Action.REFUSE,
            "IN_APPROVAL",
            "TO_SEND",
            Condition.SIGNATURE_AT_HAND,
            Condition.VISA_AT_HAND));
    assertThat(found()).containsExactly("circuit.never-open@IN_APPROVAL");
  }

  @Test
  void CIR1_an_action_nobody_may_do_is_named_with_the_right_it_takes() {
    var held = EnumSet.complementOf(EnumSet.of(Right.REOPEN));
    var findings = CircuitChecks.of(states, ways, new CircuitChecks.Town(held, true));
    assertThat(findings).extracting(Finding::key).containsExactly("circuit.nobody-may");
    assertThat(findings.getFirst().arguments()).containsExactly("Rouvrir", "REOPEN");
    assertThat(ways.get(findings.getFirst().way()).action()).isEqualTo(Action.REOPEN);
  }

  @Test
  void CIR1_no_template_is_a_warning_and_stops_nothing() {
    var bare = new CircuitChecks.Town(EnumSet.allOf(Right.class), false);
    var findings = CircuitChecks.of(states, ways, bare);
    assertThat(findings).extracting(Finding::key).containsExactly("circuit.no-template");
    assertThat(findings).noneMatch(Finding::error);
  }

  @Test
  void CIR1_what_the_application_does_is_not_offered_and_it_does_nothing_else() {
    ways.add(
        new Transition(
            Action.REOPEN,
            "TO_SEND",
            "TO_PROCESS",
            null,
            Who.SYSTEM,
            Set.of(),
            Set.of(),
            Set.of(),
            "Seule",
            Transition.Prominence.HIDDEN));
    ways.add(way(Action.RETURN, "TO_SEND", "TO_PROCESS"));
    assertThat(found())
        .containsExactly("circuit.not-by-system@TO_SEND", "circuit.by-system-only@TO_SEND");
  }

  @Test
  void SEN1_where_a_sending_leads_there_is_a_way_back_for_what_never_arrives() {
    ways.removeIf(w -> w.action() == Action.RETURN);
    assertThat(found()).containsExactly("circuit.no-way-back@TO_SEND");
  }

  @Test
  void CIR1_effects_and_fields_go_with_their_action() {
    ways.add(full(Action.QUALIFY, Set.of(Effect.TAKE), Set.of()));
    ways.add(full(Action.COPY, Set.of(Effect.TAKE, Effect.RELEASE), Set.of()));
    ways.add(full(Action.DRAFT, Set.of(), Set.of(Requirement.REASON)));
    ways.add(full(Action.REQUEST_TASK, Set.of(Effect.TAKE), Set.of(Requirement.SENDER)));
    assertThat(found())
        .containsExactly(
            "circuit.wrong-effect@TO_SEND",
            "circuit.wrong-effect@TO_SEND",
            "circuit.wrong-field@TO_SEND");
  }

  @Test
  void CIR1_an_action_that_takes_something_for_granted_says_so() {
    ways.replaceAll(w -> w.bySystem() ? w : bare(w));
    var found =
        CircuitChecks.of(states, ways, EVERYTHING).stream()
            .filter(f -> f.key().startsWith("circuit.needs-"))
            .toList();
    assertThat(found).allMatch(Finding::error);
    assertThat(found.stream().map(f -> ways.get(f.way()).action() + " " + f.key()).distinct())
        .containsExactlyInAnyOrder(
            "SUBMIT circuit.needs-condition.REPLY_READY",
            "CONTRIBUTE circuit.needs-who.CONTRIBUTOR",
            "REMIND_OPINIONS circuit.needs-condition.OPINION_AWAITED",
            "STOP_OPINIONS circuit.needs-condition.OPINION_AWAITED",
            "ANSWER_TASK circuit.needs-who.TASKED",
            "APPROVE circuit.needs-who.APPROVER",
            "APPROVE circuit.needs-condition.VISA_AT_HAND",
            "SIGN circuit.needs-who.APPROVER",
            "SIGN circuit.needs-condition.SIGNATURE_AT_HAND",
            "ATTACH_SIGNED circuit.needs-condition.PAPER_AT_HAND",
            "REFUSE circuit.needs-who.APPROVER",
            "SEND_BACK circuit.needs-who.APPROVER",
            "SEND_BACK circuit.needs-condition.PREVIOUS_STEP",
            "SEND circuit.needs-condition.REPLY_SIGNED");
  }

  @Test
  void CIR1_a_file_may_name_states_that_do_not_exist() {
    ways.add(way(Action.RECALL, "TO_SEND", "NOWHERE"));
    ways.add(way(Action.SUBMIT, "NOWHERE", "TO_SEND"));
    assertThat(found()).contains("circuit.unknown-state@TO_SEND", "circuit.unknown-state@NOWHERE");
  }

  /** Held to the closure of the relation, multiplied out until nothing changes. */
  @Test
  void CIR1_reached_left_and_closed_as_a_plain_matrix_says() {
    var random = new Random(13);
    for (int round = 0; round < 2_000; round++) {
      int n = 2 + random.nextInt(7);
      scatter(random, n);
      var leads = leads(n);
      for (int i = 0; i < n; i++) {
        int at = i;
        boolean reached =
            IntStream.range(0, n)
                .filter(s -> states.get(s).initial() || firstOutside(s))
                .anyMatch(s -> s == at || leads[s][at]);
        boolean left =
            ways.stream().anyMatch(w -> w.from().equals("S" + at) && !w.to().equals("S" + at));
        boolean ends =
            IntStream.range(0, n)
                .anyMatch(e -> states.get(e).closed() && (e == at || leads[at][e]));
        var said = said("S" + at);
        assertThat(said.contains("circuit.unreachable")).as("reached " + at).isEqualTo(!reached);
        boolean closed = states.get(at).closed();
        assertThat(said.contains("circuit.dead-end")).as("left " + at).isEqualTo(!closed && !left);
        assertThat(said.contains("circuit.never-closed"))
            .as("ends " + at)
            .isEqualTo(!ends && (closed || left));
      }
    }
  }

  private void scatter(Random random, int n) {
    states.clear();
    ways.clear();
    int first = random.nextInt(n);
    for (int i = 0; i < n; i++) {
      states.add(
          new State(
              "S" + i, "S" + i, "S", "plain", "", i == first, random.nextInt(4) == 0, i % 3 != 1));
    }
    for (int i = random.nextInt(2 * n); i > 0; i--) {
      ways.add(way(Action.RECALL, "S" + random.nextInt(n), "S" + random.nextInt(n)));
    }
  }

  private boolean firstOutside(int at) {
    return !states.get(at).inCircuit() && states.stream().limit(at).allMatch(State::inCircuit);
  }

  private boolean[][] leads(int n) {
    var leads = new boolean[n][n];
    ways.forEach(w -> leads[place(w.from())][place(w.to())] = true);
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          leads[i][j] |= leads[i][k] && leads[k][j];
        }
      }
    }
    return leads;
  }

  private static int place(String code) {
    return Integer.parseInt(code.substring(1));
  }

  private Set<String> said(String state) {
    return CircuitChecks.of(states, ways, EVERYTHING).stream()
        .filter(f -> state.equals(f.state()))
        .map(Finding::key)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private List<String> found() {
    return CircuitChecks.of(states, ways, EVERYTHING).stream()
        .map(f -> f.key() + "@" + f.state())
        .toList();
  }

  private static State state(String code, boolean initial, boolean closed) {
    return new State(code, code, code, "plain", "", initial, closed, true);
  }

  private static Transition way(Action action, String from, String to, Condition... conditions) {
    return new Transition(
        action,
        from,
        to,
        null,
        action.whose().orElse(Who.VIEWER),
        Set.of(conditions),
        Set.of(),
        Set.of(),
        action + " " + from + " " + to,
        Transition.Prominence.MORE);
  }

  private static Transition bare(Transition way) {
    return new Transition(
        way.action(),
        way.from(),
        way.to(),
        way.right(),
        Who.HANDLER,
        Set.of(),
        Set.of(),
        Set.of(),
        way.label(),
        way.prominence());
  }

  private static Transition full(Action action, Set<Effect> effects, Set<Requirement> required) {
    return new Transition(
        action,
        "TO_SEND",
        "TO_SEND",
        null,
        action.whose().orElse(Who.VIEWER),
        Set.of(),
        effects,
        required,
        action.name(),
        Transition.Prominence.MORE);
  }
}
