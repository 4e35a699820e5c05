package fr.vaguemestre.web.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.CircuitView;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CIR1: whatever the circuit, nothing of its drawing covers anything else. */
class CircuitDrawingTest {
  private static final Pattern AROUND = Pattern.compile("M(\\d+) (\\d+)H(\\d+)V(\\d+)H(\\d+)");

  @Test
  void CIR1_random_circuits_are_drawn_without_overlaps() {
    var random = new Random(5);
    for (int round = 0; round < 500; round++) {
      var circuit = circuit(random, 1 + random.nextInt(12));
      var drawing = CircuitDrawing.of(circuit);
      boxesStandApart(drawing);
      everythingIsInside(drawing);
      noTwoLinesShareALane(drawing);
      labelsStandApart(drawing);
    }
  }

  @Test
  void CIR1_every_move_is_drawn_once_and_what_stays_is_counted() {
    var circuit = circuit(new Random(9), 8);
    var drawing = CircuitDrawing.of(circuit);
    var moves = new HashSet<String>();
    int stays = 0;
    for (var step : circuit.steps()) {
      for (var way : step.ways()) {
        if (way.way().moves()) {
          moves.add(way.way().from() + way.way().to());
        } else {
          stays++;
        }
      }
    }
    assertThat(drawing.lines()).hasSize(moves.size());
    assertThat(drawing.boxes().stream().mapToInt(CircuitDrawing.Box::stays).sum()).isEqualTo(stays);
  }

  @Test
  void CIR1_a_circuit_without_states_has_an_empty_drawing() {
    assertThat(CircuitDrawing.of(new CircuitView("x", 1, null, List.of())).boxes()).isEmpty();
  }

  private static void boxesStandApart(CircuitDrawing drawing) {
    var boxes = drawing.boxes();
    for (int i = 1; i < boxes.size(); i++) {
      assertThat(boxes.get(i).y())
          .isGreaterThan(boxes.get(i - 1).y() + boxes.get(i - 1).height() + 20);
    }
  }

  private static void everythingIsInside(CircuitDrawing drawing) {
    for (var line : drawing.lines()) {
      Pattern.compile("[HM](\\d+)")
          .matcher(line.path())
          .results()
          .forEach(m -> assertThat(Integer.parseInt(m.group(1))).isBetween(0, drawing.width()));
      line.labels().forEach(l -> assertThat(l.x()).isBetween(0, drawing.width()));
    }
  }

  private static void noTwoLinesShareALane(CircuitDrawing drawing) {
    var taken = new ArrayList<int[]>();
    for (var line : drawing.lines()) {
      var around = AROUND.matcher(line.path());
      if (around.matches()) {
        int x = Integer.parseInt(around.group(3));
        int one = Integer.parseInt(around.group(2));
        int other = Integer.parseInt(around.group(4));
        int[] lane = {x, Math.min(one, other), Math.max(one, other)};
        assertThat(taken)
            .as(line.words())
            .noneMatch(t -> t[0] == lane[0] && t[1] <= lane[2] && lane[1] <= t[2]);
        taken.add(lane);
      }
    }
  }

  private static void labelsStandApart(CircuitDrawing drawing) {
    var places = new HashSet<String>();
    drawing
        .lines()
        .forEach(
            line ->
                line.labels()
                    .forEach(
                        l -> assertThat(places.add(l.x() + " " + l.y())).as(l.text()).isTrue()));
  }

  private static CircuitView circuit(Random random, int n) {
    var steps = new ArrayList<CircuitView.Step>();
    for (int i = 0; i < n; i++) {
      var code = "S" + i;
      var ways =
          IntStream.range(0, random.nextInt(5))
              .mapToObj(k -> way(code, "S" + random.nextInt(n), "Faire la chose " + k))
              .toList();
      steps.add(
          new CircuitView.Step(
              new State(code, code, code, "plain", "", i == 0, i == n - 1, true), ways));
    }
    return new CircuitView("Essai", 1, null, steps);
  }

  private static CircuitView.Way way(String from, String to, String label) {
    return new CircuitView.Way(
        null,
        new Transition(
            Action.NOTE,
            from,
            to,
            null,
            Who.VIEWER,
            Set.of(),
            Set.of(),
            Set.of(),
            label,
            Transition.Prominence.MORE),
        to);
  }
}
