package fr.vaguemestre.retention;

import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.transfer.CsvFile;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of a list, in French: what the archives need to give their visa, line by line. What
 * is signed are those that stay for ever; the others are filled later.
 */
final class Bordereau {
  private static final List<String> SIGNED =
      List.of(
          "N°",
          "Courrier",
          "Service producteur",
          "Type",
          "Arrivée",
          "Clôture",
          "Durée de conservation",
          "À partir de",
          "Fin de la durée",
          "Sort final",
          "Fichiers",
          "Octets");
  private static final List<String> LATER =
      List.of("État", "Visa n°", "Visa du", "Signataire du visa", "Motif");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private Bordereau() {}

  /** Of what is signed: the lines as they stand for ever. */
  static String sha256(RetentionList list, List<RetentionLine> lines) {
    return Digests.sha256(
        list.number()
            + "\n"
            + new String(
                CsvFile.write(
                    SIGNED,
                    IntStream.range(0, lines.size())
                        .mapToObj(i -> signed(i, lines.get(i)))
                        .toList()),
                StandardCharsets.UTF_8));
  }

  static List<String> columns() {
    return Stream.concat(SIGNED.stream(), LATER.stream()).toList();
  }

  static List<List<String>> rows(List<RetentionLine> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(
            i ->
                Stream.concat(signed(i, lines.get(i)).stream(), later(lines.get(i)).stream())
                    .toList())
        .toList();
  }

  private static List<String> signed(int at, RetentionLine line) {
    return List.of(
        Integer.toString(at + 1),
        line.chrono(),
        line.unit(),
        line.type(),
        DAY.format(line.arrivedOn()),
        DAY.format(line.closedOn()),
        line.retention(),
        line.start() == RetentionStart.CLOSING ? "clôture" : "fin d’année civile",
        DAY.format(line.endsOn()),
        switch (line.disposition()) {
          case KEEP -> "conservation";
          case DESTROY -> "élimination";
          case SORT -> "tri";
        },
        Long.toString(line.documents()),
        Long.toString(line.bytes()));
  }

  private static List<String> later(RetentionLine line) {
    var state =
        switch (line.state()) {
          case DUE, PROPOSED -> "proposé";
          case SIGNED -> "attend le visa";
          case GRANTED -> "visé";
          case DESTROYED -> "détruit";
          case EXPORTED -> "versé";
          case REFUSED -> "refusé";
          case WITHDRAWN -> "retiré";
        };
    return line.visa() == null
        ? List.of(state, "", "", "", why(line))
        : List.of(
            state,
            line.visa().number(),
            DAY.format(line.visa().grantedOn()),
            line.visa().signatory(),
            why(line));
  }

  /**
   * Why a line left its list, in French: the archives' own words, or what took it back; empty for
   * none.
   */
  static String why(RetentionLine line) {
    return switch (Objects.toString(line.reason(), "")) {
      case "retention.withdrawn.held" -> "gelé pour contentieux";
      case "retention.withdrawn.reopened" -> "rouvert";
      case "retention.withdrawn.closed-anew" -> "clos de nouveau";
      case "retention.withdrawn.changed" -> "fichiers ajoutés ou changés";
      case "retention.withdrawn.written-on" -> "quelque chose a été noté ou fait sur le courrier";
      case "retention.withdrawn.bound" -> "un avis, une tâche ou un délai légal court de nouveau";
      case "retention.withdrawn.other-rule" -> "la règle de conservation a changé";
      default -> Objects.toString(line.reason(), "");
    };
  }
}
