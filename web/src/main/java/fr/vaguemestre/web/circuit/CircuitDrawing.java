package fr.vaguemestre.web.circuit;

import fr.vaguemestre.circuit.CircuitView;
import fr.vaguemestre.circuit.State;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A circuit as a drawing, in pixels: its states one below the other in the circuit's order. What
 * leads to the next state goes straight down; what jumps ahead goes by the right, what comes back
 * by the left, each in a lane of its own where they would cross. Labels stand in the gutters
 * between the states and the lanes, where no line but their own passes.
 */
public record CircuitDrawing(int width, int height, List<Box> boxes, List<Line> lines)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BOX = 236;
  private static final int LOWEST = 62;
  private static final int GUTTER = 206;
  private static final int LANE = 16;
  private static final int TEXT = 16;
  private static final int MARGIN = 16;
  private static final int LONGEST = 29;

  /** A state: where it stands, and how many actions leave the letter in it. */
  public record Box(int x, int y, int width, int height, State state, int stays)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** An arrow: its path as SVG writes it, its labels, and the whole of it in words. */
  public record Line(String path, List<Label> labels, String words) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Words at a place; {@code anchor} as SVG names it. */
  public record Label(int x, int y, String anchor, String text) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  public static CircuitDrawing of(CircuitView circuit) {
    return new Layout(circuit).drawn();
  }

  /** What leads from one state to another: states by their place, labels of the actions. */
  private record Edge(int from, int to, List<String> labels) {
    boolean straight() {
      return to == from + 1;
    }

    boolean right() {
      return to > from;
    }

    int reach() {
      return Math.abs(to - from);
    }

    /** How high its end at a state is: the labels stand where it leaves. */
    int room(int state) {
      return state == from ? TEXT * labels.size() + 10 : TEXT;
    }
  }

  private static final class Layout {
    private final CircuitView circuit;
    private final List<Edge> edges;
    private final int[] top;
    private final int[] heights;
    private final Map<Edge, Integer> leaves = new HashMap<>();
    private final Map<Edge, Integer> arrives = new HashMap<>();
    private final Map<Edge, Integer> lanes = new HashMap<>();

    Layout(CircuitView circuit) {
      this.circuit = circuit;
      this.edges = edges(circuit);
      int states = circuit.steps().size();
      this.top = new int[states + 1];
      this.heights = new int[states];
      top[0] = MARGIN;
      for (int i = 0; i < states; i++) {
        heights[i] = Math.max(LOWEST, Math.max(ports(i, true), ports(i, false)) + TEXT);
        top[i + 1] = top[i] + heights[i] + gap(i);
      }
      lanes(true);
      lanes(false);
    }

    CircuitDrawing drawn() {
      int left = side(false);
      int last = heights.length - 1;
      int height = last < 0 ? MARGIN : top[last] + heights[last] + MARGIN;
      var boxes = new ArrayList<Box>();
      for (int i = 0; i <= last; i++) {
        var step = circuit.steps().get(i);
        int stays = (int) step.ways().stream().filter(w -> !w.way().moves()).count();
        boxes.add(new Box(left, top[i], BOX, heights[i], step.state(), stays));
      }
      var lines = edges.stream().map(e -> e.straight() ? down(e, left) : around(e, left)).toList();
      return new CircuitDrawing(left + BOX + side(true), height, boxes, lines);
    }

    private static List<Edge> edges(CircuitView circuit) {
      var places = new HashMap<String, Integer>();
      circuit.steps().forEach(s -> places.put(s.state().code(), places.size()));
      var found = new LinkedHashMap<List<Integer>, List<String>>();
      circuit
          .steps()
          .forEach(
              step ->
                  step.ways().stream()
                      .filter(w -> w.way().moves())
                      .forEach(
                          w ->
                              found
                                  .computeIfAbsent(
                                      List.of(places.get(w.way().from()), places.get(w.way().to())),
                                      k -> new ArrayList<>())
                                  .add(w.way().label())));
      return found.entrySet().stream()
          .map(e -> new Edge(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
          .toList();
    }

    /** Gives the ends of lines on one side of a state their heights; returns how much they take. */
    private int ports(int state, boolean right) {
      int taken = 0;
      for (var edge : edges) {
        boolean here = edge.from() == state || edge.to() == state;
        if (here && !edge.straight() && edge.right() == right) {
          taken += edge.room(state);
          (edge.from() == state ? leaves : arrives).put(edge, taken);
        }
      }
      return taken;
    }

    private int gap(int state) {
      return edges.stream()
          .filter(e -> e.from() == state && e.straight())
          .mapToInt(e -> TEXT * e.labels().size() + 34)
          .findFirst()
          .orElse(34);
    }

    /** The shortest lines take the inner lanes. */
    private void lanes(boolean right) {
      var around =
          edges.stream()
              .filter(e -> !e.straight() && e.right() == right)
              .sorted(Comparator.comparingInt(Edge::reach))
              .toList();
      for (var edge : around) {
        int lane = 0;
        while (taken(edge, lane, right)) {
          lane++;
        }
        lanes.put(edge, lane);
      }
    }

    private boolean taken(Edge edge, int lane, boolean right) {
      return lanes.entrySet().stream()
          .filter(e -> e.getValue() == lane && e.getKey().right() == right)
          .anyMatch(
              e ->
                  Math.min(start(edge), end(edge)) <= Math.max(start(e.getKey()), end(e.getKey()))
                      && Math.min(start(e.getKey()), end(e.getKey()))
                          <= Math.max(start(edge), end(edge)));
    }

    private int side(boolean right) {
      return lanes.entrySet().stream()
          .filter(e -> e.getKey().right() == right)
          .mapToInt(e -> GUTTER + LANE * (e.getValue() + 1))
          .max()
          .orElse(right ? GUTTER / 2 : MARGIN);
    }

    private int start(Edge edge) {
      return top[edge.from()] + leaves.get(edge);
    }

    private int end(Edge edge) {
      return top[edge.to()] + arrives.get(edge);
    }

    private Line down(Edge edge, int left) {
      int x = left + BOX / 2;
      int from = top[edge.from()] + heights[edge.from()];
      int to = top[edge.to()];
      return new Line(
          "M%d %dV%d".formatted(x, from, to - 2),
          labels(edge, x + 10, to - 18, "start"),
          words(edge));
    }

    private Line around(Edge edge, int left) {
      int way = edge.right() ? 1 : -1;
      int box = edge.right() ? left + BOX : left;
      int lane = box + way * (GUTTER + LANE * lanes.get(edge));
      return new Line(
          "M%d %dH%dV%dH%d".formatted(box, start(edge), lane, end(edge), box + 2 * way),
          labels(edge, box + 8 * way, start(edge) - 5, edge.right() ? "start" : "end"),
          words(edge));
    }

    private static List<Label> labels(Edge edge, int x, int lowest, String anchor) {
      var labels = new ArrayList<Label>();
      int lines = edge.labels().size();
      for (int i = 0; i < lines; i++) {
        labels.add(
            new Label(x, lowest - TEXT * (lines - 1 - i), anchor, cut(edge.labels().get(i))));
      }
      return labels;
    }

    private String words(Edge edge) {
      return "%s → %s : %s"
          .formatted(
              circuit.steps().get(edge.from()).state().label(),
              circuit.steps().get(edge.to()).state().label(),
              String.join(", ", edge.labels()));
    }

    private static String cut(String label) {
      return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }
  }
}
